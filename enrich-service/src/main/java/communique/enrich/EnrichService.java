package communique.enrich;

import communique.analysis.Analyzer;
import communique.analysis.lexicon.LexiconException;
import communique.enrich.article.ArticleEnricher;
import communique.kit.config.InvalidConfigException;
import communique.kit.kafka.OnStreams;
import communique.kit.kafka.StreamsService;
import communique.kit.lifecycle.SteadyClock;
import communique.kit.metrics.Metrics;
import communique.schemas.Topics;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.RawArticle;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.List;

/** Wires enrich-service. */
public final class EnrichService implements OnStreams {
    private final StreamsService streams;
    private final Metrics metrics;
    private final ArticleEnricher enricher;
    private final Timer timer;

    /**
     * A service that is not started.
     *
     * @throws InvalidConfigException where a data file is malformed
     */
    public EnrichService(EnrichConfig config) {
        Topics topics = config.kafka().topics();
        streams = new StreamsService("enrich", config.process(), config.kafka(), config.stateDir(), config.threads());
        metrics = streams.metrics();
        enricher = new ArticleEnricher(analyzer(config));
        timer = metrics.timer(EnrichMeter.ANALYSIS);
        EnrichTopology topology = new EnrichTopology(
                topics, streams.clients().serdes(), metrics, new SteadyClock(Clock.systemUTC()), this::enrich);
        streams.needs(List.of(
                        topics.articlesRaw(),
                        topics.articlesEnriched(),
                        topics.statements(),
                        topics.deadLetters("enrich")))
                .runs(topology::build);
    }

    private static Analyzer analyzer(EnrichConfig config) {
        try {
            return new Analyzer(config.lexicon());
        } catch (LexiconException e) {
            throw new InvalidConfigException(EnrichConfig.LEXICON, e.getMessage());
        }
    }

    private EnrichedArticle enrich(RawArticle raw) {
        EnrichedArticle article = timer.record(() -> enricher.enrich(raw));
        metrics.counter(EnrichMeter.ARTICLES, "language", article.getLanguage().orElse("unknown"))
                .increment();
        article.getStatements()
                .forEach(statement -> statement
                        .getSpeakers()
                        .forEach(speaker -> metrics.counter(EnrichMeter.STATEMENTS, "speaker", speaker.getCountry())
                                .increment()));
        return article;
    }

    @Override
    public StreamsService streams() {
        return streams;
    }
}
