package communique.enrich.article;

import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.CountryStatement;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Statement;
import java.util.ArrayList;
import java.util.List;

/** Takes an enriched article apart into statements for consumers who want those. */
public final class StatementSplitter {
    private StatementSplitter() {}

    /** One record for each statement and country it is about. */
    public static List<CountryStatement> split(EnrichedArticle article) {
        ArticleRef reference = new ArticleRef(
                article.getId(),
                article.getUrl().orElse(null),
                article.getTitle().orElse(null),
                article.getSource(),
                article.getLanguage().orElse(null),
                article.getPublished());
        List<CountryStatement> statements = new ArrayList<>();
        for (Statement statement : article.getStatements()) {
            statement
                    .getAbout()
                    .forEach(about ->
                            statements.add(new CountryStatement(about, statement, reference, article.getBackfill())));
        }
        return statements;
    }
}
