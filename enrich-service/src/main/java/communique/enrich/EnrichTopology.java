package communique.enrich;

import communique.enrich.article.StatementSplitter;
import communique.enrich.duplicate.SeenArticleProcessor;
import communique.kit.kafka.EventStamp;
import communique.kit.metrics.Metrics;
import communique.schemas.AvroSerdes;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.schemas.v1.CountryStatement;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.RawArticle;
import java.time.InstantSource;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** The stream: drop what was seen, enrich, publish, split into statements, publish those. */
public final class EnrichTopology {
    private final Topics topics;
    private final AvroSerdes serdes;
    private final Metrics metrics;
    private final InstantSource clock;
    private final Function<RawArticle, EnrichedArticle> enrich;

    /**
     * A topology to build.
     *
     * @param clock a clock that nobody sets
     * @param enrich what to do with each article
     */
    public EnrichTopology(
            Topics topics,
            AvroSerdes serdes,
            Metrics metrics,
            InstantSource clock,
            Function<RawArticle, EnrichedArticle> enrich) {
        this.topics = topics;
        this.serdes = serdes;
        this.metrics = metrics;
        this.clock = clock;
        this.enrich = enrich;
    }

    /** Builds it. */
    public Topology build(StreamsBuilder builder) {
        KStream<String, EnrichedArticle> enriched = builder.stream(
                        topics.articlesRaw().name(), consumed("read-raw-articles", topics.articlesRaw()))
                .processValues(SeenArticleProcessor.supplier(metrics, clock), Named.as("drop-seen-articles"))
                .mapValues(enrich::apply, Named.as("enrich-article"));
        enriched.processValues(
                        EventStamp.of(
                                "enrich-service",
                                "communique.article.enriched.v1",
                                EnrichedArticle::getId,
                                EnrichedArticle::getPublished),
                        Named.as("stamp-enriched-article"))
                .to(topics.articlesEnriched().name(), produced("write-enriched-articles", topics.articlesEnriched()));
        enriched.flatMapValues(StatementSplitter::split, Named.as("split-statements"))
                .selectKey((id, statement) -> statement.getAbout(), Named.as("key-by-about-country"))
                .processValues(
                        EventStamp.of(
                                "enrich-service",
                                "communique.statement.v1",
                                EnrichTopology::eventId,
                                statement -> statement.getArticle().getPublished()),
                        Named.as("stamp-statement"))
                .to(topics.statements().name(), produced("write-statements", topics.statements()));
        return builder.build();
    }

    private static String eventId(CountryStatement statement) {
        return statement.getStatement().getId() + "/" + statement.getAbout();
    }

    private <V extends SpecificRecord> Consumed<String, V> consumed(String name, Topic<String, V> topic) {
        return Consumed.with(Serdes.String(), serdes.value(topic)).withName(name);
    }

    private <V extends SpecificRecord> Produced<String, V> produced(String name, Topic<String, V> topic) {
        return Produced.with(Serdes.String(), serdes.value(topic)).withName(name);
    }
}
