package communique.alert;

import communique.alert.rule.WatchRules;
import communique.alert.story.Judgement;
import communique.alert.story.StoryJudge;
import communique.alert.story.StoryLimits;
import communique.alert.story.StoryMeters;
import communique.alert.story.StoryProcessor;
import communique.kit.kafka.EventStamp;
import communique.schemas.AvroSerdes;
import communique.schemas.StateSerde;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import communique.schemas.v1.EnrichedArticle;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The stream: articles that match no rule are decided at once; the others meet the open stories of the country they
 * speak about.
 */
public final class AlertTopology {
    private final Topics topics;
    private final AvroSerdes serdes;
    private final Supplier<WatchRules> rules;
    private final StoryJudge judge;
    private final StoryLimits limits;
    private final InstantSource clock;
    private final StoryMeters meters;

    /**
     * A topology to build.
     *
     * @param rules the rules in force; asked anew for every article
     * @param limits how long and how many stories are kept open
     * @param clock a clock that nobody sets
     */
    public AlertTopology(
            Topics topics,
            AvroSerdes serdes,
            Supplier<WatchRules> rules,
            StoryJudge judge,
            StoryLimits limits,
            InstantSource clock,
            StoryMeters meters) {
        this.topics = topics;
        this.serdes = serdes;
        this.rules = rules;
        this.judge = judge;
        this.limits = limits;
        this.clock = clock;
        this.meters = meters;
    }

    /** Builds it. */
    public Topology build(StreamsBuilder builder) {
        KStream<String, EnrichedArticle> articles = builder.stream(
                topics.articlesEnriched().name(),
                Consumed.with(Serdes.String(), serdes.value(topics.articlesEnriched()))
                        .withName("read-enriched-articles"));
        // One operator looks at every article: what it cannot bear becomes one dead letter, not one for each branch.
        Map<String, KStream<String, EnrichedArticle>> matched = articles.split(Named.as("match"))
                .branch((id, article) -> countries(article).isEmpty(), Branched.as("-no-rule"))
                .defaultBranch(Branched.as("-rules"));
        KStream<String, Decision> silent =
                matched.get("match-no-rule").mapValues(judge::silent, Named.as("decide-silent"));
        KStream<String, Judgement> judgements = matched.get("match-rules")
                .flatMap(this::byCountry, Named.as("key-by-about-country"))
                .repartition(Repartitioned.with(Serdes.String(), new StateSerde<>(EnrichedArticle.class))
                        .withName("by-about-country")
                        .withNumberOfPartitions(topics.articlesEnriched().partitions()))
                .process(StoryProcessor.supplier(judge, limits, clock, meters), Named.as("judge-story"));
        decisions(silent.merge(
                judgements.map(
                        (about, judgement) -> KeyValue.pair(judgement.decision().getArticleId(), judgement.decision()),
                        Named.as("take-decision")),
                Named.as("all-decisions")));
        alerts(judgements.flatMap(
                (about, judgement) -> judgement.alerts().stream()
                        .map(alert -> KeyValue.pair(alert.getId(), alert))
                        .toList(),
                Named.as("take-alerts")));
        return builder.build();
    }

    private List<KeyValue<String, EnrichedArticle>> byCountry(String id, EnrichedArticle article) {
        return countries(article).stream()
                .map(about -> KeyValue.pair(about, article))
                .toList();
    }

    /** Of an article that was taken back nothing may be left to tell what it was about. */
    private List<String> countries(EnrichedArticle article) {
        return article.getRetracted() ? rules.get().countries() : rules.get().watchedIn(article);
    }

    private void decisions(KStream<String, Decision> decisions) {
        decisions
                .peek((id, decision) -> meters.decided(decision), Named.as("count-decision"))
                .processValues(
                        EventStamp.of(
                                "alert-service",
                                "communique.decision.v1",
                                d -> d.getArticleId() + "/" + d.getAbout().orElse(""),
                                d -> d.getArticle().getPublished()),
                        Named.as("stamp-decision"))
                .to(topics.decisions().name(), produced("write-decisions", topics.decisions()));
    }

    private void alerts(KStream<String, Alert> alerts) {
        KStream<String, Alert> stamped = alerts.processValues(
                EventStamp.of(
                        "alert-service",
                        "communique.alert.v1",
                        a -> a.getId() + "/" + a.getRevision(),
                        Alert::getUpdated),
                Named.as("stamp-alert"));
        stamped.to(topics.alerts().name(), produced("write-alerts", topics.alerts()));
        stamped.processValues(FanOutProcessor::new, Named.as("fan-out-by-speaker"))
                .to(new FanOutProcessor.Target(topics), produced("write-alerts-by-speaker", topics.alerts()));
    }

    private <V extends SpecificRecord> Produced<String, V> produced(String name, Topic<String, V> topic) {
        return Produced.with(Serdes.String(), serdes.value(topic)).withName(name);
    }
}
