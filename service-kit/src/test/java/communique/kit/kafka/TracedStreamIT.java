package communique.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import communique.cluster.LocalCluster;
import communique.kit.config.Keys;
import communique.kit.config.SettingsLoader;
import communique.kit.metrics.Metrics;
import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topic;
import communique.schemas.v1.SourceState;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Sends a record through a topology, with spans switched on and kept in memory. */
@ExtendWith(OneCluster.class)
class TracedStreamIT {
    @TempDir
    Path folder;

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Metrics metrics = new Metrics();
    private KafkaSettings settings;
    private StreamsApp app;

    @BeforeEach
    void start(LocalCluster cluster, TestInfo test) throws Exception {
        GlobalOpenTelemetry.resetForTest();
        GlobalOpenTelemetry.set(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build());
        settings = KafkaSettings.of(new SettingsLoader(
                        KafkaSettings.define(new Keys()).definition(), Map.of())
                .load(
                        Optional.empty(),
                        Map.of(
                                "tracing.spans", "true",
                                "topics.prefix",
                                        test.getTestMethod()
                                                .orElseThrow()
                                                .getName()
                                                .toLowerCase(Locale.ROOT),
                                "topics.partitions", "1",
                                "kafka.bootstrap.servers", cluster.broker().bootstrapServers(),
                                "registry.url", cluster.registry().url())));
        try (Admin admin = clients().admin();
                SchemaRegistry registry = new SchemaRegistry(settings.registry())) {
            new TopicSetup(admin, registry)
                    .apply(List.of(input(), output(), settings.topics().deadLetters("copy")), false);
        }
        app = new StreamsApp(
                this::topology,
                StreamsApp.config(settings, "copy", folder, 1),
                metrics,
                Duration.ofSeconds(10),
                new CountDownLatch(1));
        app.start();
    }

    @AfterEach
    void close() {
        app.close();
        metrics.close();
        GlobalOpenTelemetry.resetForTest();
    }

    @Test
    void aTraceLeadsFromTheFirstSendThroughProcessingToWhatComesOfIt() throws Exception {
        send(
                "k",
                SourceState.newBuilder()
                        .setSourceId("s")
                        .setUrl("https://example.org/feed")
                        .build());

        ConsumerRecord<String, SourceState> out = read();
        SpanData sent = span("send " + input().name());
        SpanData processed = span("process " + input().name());
        SpanData sentOn = span("send " + output().name());
        assertThat(sent.getParentSpanContext().isValid()).isFalse();
        assertThat(processed.getParentSpanContext().getSpanId()).isEqualTo(sent.getSpanId());
        assertThat(sentOn.getParentSpanContext().getSpanId()).isEqualTo(processed.getSpanId());
        assertThat(List.of(processed.getTraceId(), sentOn.getTraceId())).containsOnly(sent.getTraceId());
        assertThat(header(out, "traceparent"))
                .startsWith("00-" + sent.getTraceId() + "-" + sentOn.getSpanId() + "-0")
                .isEqualTo(header(out, "ce_traceparent"));
    }

    @Test
    void spansTellWhatIsDoneWithWhichTopic() throws Exception {
        send("k", null);

        SpanData processed = span("process " + input().name());
        assertThat(processed.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span("send " + input().name()).getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(processed.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("messaging.system"), "kafka")
                .containsEntry(AttributeKey.stringKey("messaging.destination.name"), input().name())
                .containsEntry(AttributeKey.stringKey("messaging.operation.type"), "process")
                .containsEntry(AttributeKey.booleanKey("messaging.kafka.message.tombstone"), true);
    }

    private Topology topology(StreamsBuilder builder) {
        builder.stream(
                        input().name(),
                        Consumed.with(Serdes.String(), clients().serdes().value(input()))
                                .withName("read"))
                .mapValues(state -> state, Named.as("copy"))
                .processValues(EventStamp.of("copy", "t", state -> "id", state -> Instant.EPOCH), Named.as("stamp"))
                .to(
                        output().name(),
                        Produced.with(Serdes.String(), clients().serdes().value(output()))
                                .withName("write"));
        return builder.build();
    }

    private void send(String key, SourceState value) throws Exception {
        try (Producer<String, SourceState> producer = clients().producer(input())) {
            ProducerRecord<String, SourceState> record = new ProducerRecord<>(input().name(), key, value);
            new EventHeaders("test").stamp(record.headers(), "t", "id", Instant.EPOCH);
            producer.send(record).get();
        }
    }

    private ConsumerRecord<String, SourceState> read() {
        TopicPartition partition = new TopicPartition(output().name(), 0);
        try (Consumer<String, SourceState> consumer = clients().consumer(output(), null)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return await().until(
                            () -> consumer.poll(Duration.ofMillis(100)).records(partition),
                            records -> !records.isEmpty())
                    .get(0);
        }
    }

    private SpanData span(String name) {
        return await().until(
                        () -> spans.getFinishedSpanItems().stream()
                                .filter(span -> span.getName().equals(name))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private KafkaClients clients() {
        return new KafkaClients(settings, metrics);
    }

    private Topic<String, SourceState> input() {
        return settings.topics().sources();
    }

    private Topic<String, SourceState> output() {
        return new Topic<>(
                settings.topics().prefix() + ".out.v1",
                String.class,
                SourceState.class,
                1,
                Duration.ofDays(1),
                Topic.Cleanup.DELETE,
                Topic.Compatibility.FULL_TRANSITIVE);
    }
}
