package communique.standalone.rule;

import communique.analysis.Analyzer;
import communique.enrich.article.ArticleEnricher;
import communique.schemas.AvroTrust;
import communique.schemas.v1.DateOrigin;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Origin;
import communique.schemas.v1.RawArticle;
import communique.schemas.v1.Source;
import communique.standalone.InputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** A text file as an article. */
final class ArticleText {
    private ArticleText() {}

    static EnrichedArticle read(Path file, String source, Instant published, Analyzer analyzer) throws IOException {
        AvroTrust.ensure();
        RawArticle raw = RawArticle.newBuilder()
                .setId("test")
                .setSource(new Source(source, source, null, false))
                .setOrigin(Origin.FILE)
                .setText(InputFile.text(file))
                .setPublished(published)
                .setPublishedFrom(DateOrigin.METADATA)
                .setFetched(published)
                .setContentHash("test")
                .build();
        return new ArticleEnricher(analyzer).enrich(raw);
    }
}
