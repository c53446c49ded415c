package communique.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Analyzer;
import communique.enrich.article.ArticleEnricher;
import communique.kit.kafka.EventHeaders;
import communique.kit.kafka.KafkaSettings;
import communique.kit.kafka.StreamsApp;
import communique.kit.metrics.Metrics;
import communique.schemas.AvroSerdes;
import communique.schemas.Topics;
import communique.schemas.v1.CountryStatement;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.RawArticle;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {
    private static final Analyzer ANALYZER = new Analyzer(Optional.empty());

    @TempDir
    private Path state;

    private final Topics topics = new Topics("enrich-topology-test", 1);
    private final Metrics metrics = new Metrics();
    private final TestClock clock = TestClock.atFetchTime();
    private final Map<String, Object> registry = MockRegistry.with("enrich-topology-test", topics);
    private final AvroSerdes serdes = new AvroSerdes(registry);
    private Topology topology;
    private TopologyTestDriver driver;
    private TestInputTopic<String, RawArticle> raw;
    private TestOutputTopic<String, EnrichedArticle> enriched;
    private TestOutputTopic<String, CountryStatement> statements;
    private Function<RawArticle, EnrichedArticle> engine = new ArticleEnricher(ANALYZER)::enrich;

    @BeforeEach
    void start() {
        topology = new EnrichTopology(topics, serdes, metrics, clock, article -> engine.apply(article))
                .build(new StreamsBuilder());
        KafkaSettings settings = new KafkaSettings(
                Map.of("bootstrap.servers", "unused:9092"), Map.of(), Map.of(), Map.of(), Map.of(), registry, topics);
        driver = new TopologyTestDriver(topology, StreamsApp.config(settings, "enrich", state, 1));
        raw = driver.createInputTopic(
                topics.articlesRaw().name(), new StringSerializer(), serdes.serializer(topics.articlesRaw()));
        enriched = driver.createOutputTopic(
                topics.articlesEnriched().name(),
                new StringDeserializer(),
                serdes.deserializer(topics.articlesEnriched()));
        statements = driver.createOutputTopic(
                topics.statements().name(), new StringDeserializer(), serdes.deserializer(topics.statements()));
    }

    @AfterEach
    void stop() {
        driver.close();
        metrics.close();
    }

    @Test
    void publishesWhatTheEngineFinds() {
        raw.pipeInput(
                "a1",
                Records.rawArticle("a1", "Road talk", "China's foreign ministry urged Kabul to keep the road open.")
                        .build());

        EnrichedArticle article = enriched.readValue();

        assertThat(article.getId()).isEqualTo("a1");
        assertThat(article.getStatements()).singleElement().satisfies(statement -> {
            assertThat(statement.getSpeakers())
                    .singleElement()
                    .extracting(s -> s.getCountry())
                    .isEqualTo("CN");
            assertThat(statement.getAbout()).containsExactly("AF");
            assertThat(article.getText().substring(statement.getStart(), statement.getEnd()))
                    .isEqualTo(statement.getText());
        });
    }

    @Test
    void publishesEachStatementOnceForEachCountryItIsAbout() {
        raw.pipeInput(
                "a1",
                Records.rawArticle("a1", "Call", "Russia's foreign ministry urged Afghanistan and Pakistan to talk.")
                        .build());

        assertThat(statements.readKeyValuesToList())
                .extracting(entry -> entry.key)
                .containsExactlyInAnyOrder("AF", "PK");
    }

    @Test
    void dropsAnArticleThatComesAgainUnchanged() {
        raw.pipeInput("a1", Records.rawArticle("a1").build());
        raw.pipeInput("a1", Records.rawArticle("a1").build());

        assertThat(enriched.readValuesToList()).hasSize(1);
    }

    @Test
    void stillDropsWhatComesAgainAfterARecordFromFarAhead() {
        raw.pipeInput("a1", Records.rawArticle("a1").build(), clock.instant());
        raw.pipeInput("a2", Records.rawArticle("a2").build(), clock.instant().plus(Duration.ofDays(400)));
        raw.pipeInput("a3", Records.rawArticle("a3").build(), clock.instant());

        Stream.of("a1", "a2", "a3")
                .forEach(id -> raw.pipeInput(id, Records.rawArticle(id).build(), clock.instant()));

        assertThat(enriched.readValuesToList()).hasSize(3);
    }

    @Test
    void enrichesAnArticleAgainThatHasChanged() {
        raw.pipeInput("a1", Records.rawArticle("a1").build());
        raw.pipeInput("a1", Records.rawArticle("a1").setContentHash("other").build());

        assertThat(enriched.readValuesToList()).hasSize(2);
    }

    @Test
    void handsOnThatAnArticleIsTakenBackWithTheContentItHad() {
        raw.pipeInput("a1", Records.rawArticle("a1").build());
        raw.pipeInput("a1", Records.rawArticle("a1").setRetracted(true).build());

        assertThat(enriched.readValuesToList()).hasSize(2);
    }

    @Test
    void enrichesADeadLetterThatIsSentAgainAfterTheCauseWasMended() {
        // Given
        Function<RawArticle, EnrichedArticle> mended = engine;
        engine = article -> {
            throw new IllegalArgumentException("a bug of the engine");
        };
        raw.pipeInput("a1", Records.rawArticle("a1").build());
        TestRecord<byte[], byte[]> letter = driver.createOutputTopic(
                        topics.deadLetters("enrich").name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecord();
        engine = mended;

        // When
        letter.headers().add(EventHeaders.REDRIVES, "1".getBytes(StandardCharsets.UTF_8));
        driver.createInputTopic(topics.articlesRaw().name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(letter);

        // Then
        assertThat(enriched.readValuesToList()).hasSize(1);
    }

    @Test
    void goesOnAfterARecordThatCannotBeDecoded() {
        TestInputTopic<byte[], byte[]> bytes = driver.createInputTopic(
                topics.articlesRaw().name(), new ByteArraySerializer(), new ByteArraySerializer());
        bytes.pipeInput("bad".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});
        raw.pipeInput("a1", Records.rawArticle("a1").build());

        assertThat(enriched.readValuesToList()).hasSize(1);
    }

    @Test
    void stampsCloudEventsHeadersAndContinuesTheTrace() {
        TestRecord<String, RawArticle> in =
                new TestRecord<>("a1", Records.rawArticle("a1").build());
        in.headers()
                .add(
                        "traceparent",
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(StandardCharsets.UTF_8));
        raw.pipeInput(in);

        TestRecord<String, EnrichedArticle> out = enriched.readRecord();

        assertThat(header(out, "ce_type")).isEqualTo("communique.article.enriched.v1");
        assertThat(header(out, "ce_source")).isEqualTo("/communique/enrich-service");
        assertThat(header(out, "traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
    }

    @Test
    void keepsItsShape() {
        // Renaming a store or an operator strands what is kept under its name: change the golden file only knowingly.
        String description = topology.describe().toString();

        assertThat(description).isEqualTo(Golden.expected("communique/enrich/topology.txt", description));
    }

    @Test
    void countsWhatItDoes() {
        raw.pipeInput("a1", Records.rawArticle("a1").build());
        raw.pipeInput("a1", Records.rawArticle("a1").build());

        assertThat(List.of(metrics.scrape().split("\n"))).contains("communique_enrich_duplicates_total 1.0");
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
