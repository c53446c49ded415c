package communique.alert;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.rule.WatchRules;
import communique.alert.story.StoryJudge;
import communique.alert.story.StoryLimits;
import communique.alert.story.StoryMeters;
import communique.analysis.Analyzer;
import communique.kit.kafka.KafkaSettings;
import communique.kit.kafka.StreamsApp;
import communique.kit.metrics.Metrics;
import communique.schemas.AvroSerdes;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Outcome;
import communique.schemas.v1.Speaker;
import communique.testkit.Golden;
import communique.testkit.MockRegistry;
import communique.testkit.Records;
import communique.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertTopologyTest {
    private static final Analyzer ANALYZER = new Analyzer(Optional.empty());
    private static final Duration OPEN_FOR = Duration.ofDays(14);
    private static final int MOST = 2;

    @TempDir
    private Path state;

    private final Topics topics = new Topics("alert-topology-test", 1);
    private final Map<String, Object> registry = MockRegistry.with("alert-topology-test", topics);
    private final AvroSerdes serdes = new AvroSerdes(registry);
    private final TestClock clock = TestClock.atFetchTime();
    private final Metrics metrics = new Metrics();
    private Topology topology;
    private TopologyTestDriver driver;
    private TestInputTopic<String, EnrichedArticle> articles;

    @BeforeEach
    void start() {
        WatchRules rules = WatchRules.read(Optional.empty());
        topology = new AlertTopology(
                        topics,
                        serdes,
                        () -> rules,
                        new StoryJudge(() -> rules, ANALYZER, false),
                        new StoryLimits(OPEN_FOR, MOST),
                        clock,
                        new StoryMeters(metrics, clock))
                .build(new StreamsBuilder());
        KafkaSettings settings = new KafkaSettings(
                Map.of("bootstrap.servers", "unused:9092"), Map.of(), Map.of(), Map.of(), Map.of(), registry, topics);
        driver = new TopologyTestDriver(topology, StreamsApp.config(settings, "alert", state, 1));
        articles = driver.createInputTopic(
                topics.articlesEnriched().name(), new StringSerializer(), serdes.serializer(topics.articlesEnriched()));
    }

    @AfterEach
    void stop() {
        driver.close();
        metrics.close();
    }

    @Test
    void fansAJointStatementOutToEachSpeakersTopicUnderOneId() {
        articles.pipeInput("a1", article("a1", "CN", "PK"));

        List<KeyValue<String, Alert>> alerts = read(topics.alerts());
        assertThat(alerts)
                .singleElement()
                .satisfies(entry -> assertThat(entry.value.getSpeakers()).containsExactly("CN", "PK"));
        assertThat(read(topics.alertsBy("CN"))).isEqualTo(alerts);
        assertThat(read(topics.alertsBy("PK"))).isEqualTo(alerts);
        assertThat(read(topics.alertsBy("RU"))).isEmpty();
    }

    @Test
    void decidesAboutEveryArticle() {
        articles.pipeInput("a1", article("a1", "CN"));
        articles.pipeInput("a2", article("a2", "IN"));
        articles.pipeInput(
                "a3", Records.enrichedArticle("a3").setStatements(List.of()).build());

        assertThat(read(topics.decisions()))
                .extracting(entry -> entry.key, entry -> ((Decision) entry.value).getOutcome())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("a1", Outcome.ALERTED),
                        org.assertj.core.groups.Tuple.tuple("a2", Outcome.NOT_BY),
                        org.assertj.core.groups.Tuple.tuple("a3", Outcome.NO_STATEMENT));
    }

    @Test
    void countsWhatItDecidesAndHowLongAnAlertTook() {
        EnrichedArticle joint = article("a1", "CN", "PK");
        clock.set(joint.getFetched().plusSeconds(2));
        articles.pipeInput("a1", joint);
        articles.pipeInput("a2", article("a2", "IN"));

        assertThat(metrics.scrape())
                .contains(
                        "communique_alert_decisions_total{outcome=\"ALERTED\"} 1.0",
                        "communique_alert_decisions_total{outcome=\"NOT_BY\"} 1.0",
                        "communique_alert_alerts_total{kind=\"NEW\",speaker=\"CN\"} 1.0",
                        "communique_alert_alerts_total{kind=\"NEW\",speaker=\"PK\"} 1.0",
                        "communique_alert_time_to_alert_seconds_sum 2.0",
                        "communique_alert_time_to_alert_seconds_bucket{le=\"5.0\"} 1");
    }

    @Test
    void handsTheTraceOnToAlertsAndDecisions() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        TestRecord<String, EnrichedArticle> in = new TestRecord<>("a1", article("a1", "CN"));
        in.headers().add("traceparent", trace.getBytes(StandardCharsets.UTF_8));

        articles.pipeInput(in);

        assertThat(Stream.of(topics.alerts(), topics.alertsBy("CN"), topics.decisions())
                        .map(this::traceOn))
                .containsOnly(trace);
    }

    private String traceOn(Topic<String, ?> topic) {
        Headers headers = driver.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecord()
                .headers();
        return new String(headers.lastHeader("traceparent").value(), StandardCharsets.UTF_8);
    }

    @Test
    void deadLettersARecordWithoutAValueOnce() {
        articles.pipeInput("a1", (EnrichedArticle) null);

        assertThat(driver.createOutputTopic(
                                topics.deadLetters("alert").name(), new StringDeserializer(), new StringDeserializer())
                        .readKeyValuesToList())
                .containsExactly(KeyValue.pair("a1", null));
        assertThat(read(topics.decisions())).isEmpty();
    }

    @Test
    void remembersStoriesFromArticleToArticle() {
        articles.pipeInput("a1", article("a1", "CN"));
        articles.pipeInput("a2", article("a2", "CN"));

        assertThat(read(topics.alerts()))
                .extracting(entry -> entry.value.getRevision())
                .containsExactly(1, 2);
    }

    @Test
    void closesAStoryThatNothingWasAddedToForLong() {
        take("a1");
        clock.advance(OPEN_FOR.plusHours(1));

        take("a2");

        assertThat(revisions()).containsExactly(1, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {400, -400})
    void keepsStoriesOpenWhenARecordsTimeIsFarOff(long days) {
        take("a1");
        articles.pipeInput("a2", article("a2", "IR"), clock.instant().plus(Duration.ofDays(days)));

        take("a3");

        assertThat(revisions()).containsExactly(1, 1, 2);
    }

    @Test
    void closesTheLongestUntouchedStoryWhereThereAreTooMany() {
        take("wheat", "Wheat from Herat may cross the Islam Qala bridge again, the customs office said.");
        clock.advance(Duration.ofMinutes(1));
        take("dam", "Engineers will survey the Kajaki dam before the spring floods, a water board said.");
        clock.advance(Duration.ofMinutes(1));
        take("wheat-again", "Wheat from Herat may cross the Islam Qala bridge again, the customs office said.");
        clock.advance(Duration.ofMinutes(1));
        take("radio", "A radio school for girls opened its transmitter in Bamyan, its teachers said.");

        take("wheat-still", "Wheat from Herat may cross the Islam Qala bridge again, the customs office said.");
        take("dam-anew", "Engineers will survey the Kajaki dam before the spring floods, a water board said.");

        assertThat(revisions()).containsExactly(1, 1, 2, 1, 3, 1);
        assertThat(metrics.scrape()).contains("communique_alert_stories_closed_total{end=\"CROWDED_OUT\"} 2.0");
    }

    private void take(String id, String text) {
        articles.pipeInput(
                id,
                EnrichedArticle.newBuilder(article(id, "CN"))
                        .setTitle(null)
                        .setText(text)
                        .build(),
                clock.instant());
    }

    private void take(String id) {
        articles.pipeInput(id, article(id, "CN"), clock.instant());
    }

    private List<Integer> revisions() {
        return read(topics.alerts()).stream()
                .map(entry -> entry.value.getRevision())
                .toList();
    }

    @Test
    void keepsItsShape() {
        // Renaming a store or an operator strands what is kept under its name: change the golden file only knowingly.
        String description = topology.describe().toString();

        assertThat(description).isEqualTo(Golden.expected("communique/alert/topology.txt", description));
    }

    private <V extends SpecificRecord> List<KeyValue<String, V>> read(Topic<String, V> topic) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), serdes.deserializer(topic))
                .readKeyValuesToList();
    }

    private static EnrichedArticle article(String id, String... by) {
        List<Speaker> speakers =
                Stream.of(by).map(country -> new Speaker(country, null, null)).toList();
        return Records.enrichedArticle(id)
                .setStatements(
                        List.of(Records.statement(id).setSpeakers(speakers).build()))
                .build();
    }
}
