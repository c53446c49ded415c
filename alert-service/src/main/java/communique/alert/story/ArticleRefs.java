package communique.alert.story;

import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.EnrichedArticle;

/** Makes references to articles. */
final class ArticleRefs {
    private ArticleRefs() {}

    static ArticleRef of(EnrichedArticle article) {
        return new ArticleRef(
                article.getId(),
                article.getUrl().orElse(null),
                article.getTitle().orElse(null),
                article.getSource(),
                article.getLanguage().orElse(null),
                article.getPublished());
    }
}
