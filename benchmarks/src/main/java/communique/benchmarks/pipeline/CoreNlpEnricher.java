package communique.benchmarks.pipeline;

import communique.benchmarks.CoreNlp;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.RawArticle;
import communique.testkit.Records;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.function.Function;

/** Reads an article with CoreNLP; what it finds counts here by the time it takes. */
final class CoreNlpEnricher implements Function<RawArticle, EnrichedArticle> {
    private final StanfordCoreNLP coreNlp = CoreNlp.quotes();

    @Override
    public EnrichedArticle apply(RawArticle raw) {
        CoreDocument document = new CoreDocument(raw.getText());
        coreNlp.annotate(document);
        return Records.enrichedArticle(raw.getId()).build();
    }
}
