package communique.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import communique.cluster.LocalCluster;
import communique.cluster.LocalRegistry;
import communique.kit.lifecycle.Health.State;
import communique.kit.metrics.Metrics;
import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topic;
import communique.schemas.v1.SourceState;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs a topology that copies records from one topic to another and cannot bear one kind of them. */
@ExtendWith(OneCluster.class)
class StreamsAppIT {
    private static final String UNBEARABLE = "unbearable";
    private static final String SLOW = "slow";
    private static final int MANY = 20_000;

    @TempDir
    Path folder;

    private final Metrics metrics = new Metrics();
    private final CountDownLatch failed = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private KafkaSettings settings;
    private StreamsApp app;

    @BeforeEach
    void prepareTopics(LocalCluster cluster, TestInfo test) throws Exception {
        String prefix = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        use(OneCluster.settings(cluster, prefix));
    }

    @AfterEach
    void close() {
        if (app != null) {
            app.close();
        }
        metrics.close();
    }

    @Test
    void sendsBytesThatAreNoRecordToTheDeadLettersAndGoesOn() {
        byte[] text = "no record".getBytes(StandardCharsets.UTF_8);
        start();

        send("k1", text);
        send("k2", record("s2"));

        assertDeadLetter("k1", text, "SerializationException");
        assertCopied("k2");
    }

    @Test
    void sendsARecordOfAnUnknownSchemaToTheDeadLettersAndGoesOn() {
        byte[] unknown = record("s1");
        ByteBuffer.wrap(unknown).putInt(1, 999_999);
        start();

        send("k1", unknown);
        send("k2", record("s2"));

        assertDeadLetter("k1", unknown, "SerializationException");
        assertCopied("k2");
    }

    @Test
    void sendsARecordThatIsCutShortToTheDeadLettersAndGoesOn() {
        byte[] whole = record("s1");
        byte[] cut = Arrays.copyOf(whole, whole.length - 3);
        start();

        send("k1", cut);
        send("k2", record("s2"));

        assertDeadLetter("k1", cut, "SerializationException");
        assertCopied("k2");
    }

    @Test
    void sendsARecordThatAProcessorCannotBearToTheDeadLettersAndGoesOn() {
        start();

        send("k1", record(UNBEARABLE));
        send("k2", record("s2"));

        assertDeadLetter("k1", record(UNBEARABLE), "IllegalStateException");
        assertCopied("k2");
    }

    @Test
    void waitsForTheRegistryInsteadOfDeadLetteringWhatItCannotRead() throws Exception {
        // Given a registry of its own, away when the record comes
        LocalRegistry registry = useRegistryOfItsOwn();
        byte[] record = record("s1");
        registry.close();

        // When
        start();
        send("k1", record);

        // Then
        assertWaitsForTheRegistry();
        try (LocalRegistry back = startAgain(registry)) {
            assertThat(back.url()).isEqualTo(registry.url());
            assertCopied("k1");
            await().until(() -> app.check().state() == State.READY);
        }
        assertThat(count(deadLetters())).isZero();
    }

    @Test
    void waitsForTheRegistryInsteadOfDeadLetteringWhatItCannotWrite() throws Exception {
        // Given an application that has read a record and never written one
        LocalRegistry registry = useRegistryOfItsOwn();
        byte[] record = record("s1");
        start();
        send("k0", record(UNBEARABLE));
        await().until(() -> count(deadLetters()) == 1);

        // When
        registry.close();
        send("k1", record);

        // Then
        assertWaitsForTheRegistry();
        try (LocalRegistry back = startAgain(registry)) {
            assertThat(back.url()).isEqualTo(registry.url());
            assertCopied("k1");
        }
        assertThat(count(deadLetters())).isEqualTo(1);
    }

    @Test
    void isReadyWhileItRunsAndWaitingBeforeAndAfter() {
        app = app();
        assertThat(app.check().state()).isEqualTo(State.WAITING);

        app.start();
        await().until(() -> app.check().state() == State.READY);
        app.close();

        assertThat(app.check().state()).isEqualTo(State.WAITING);
        assertThat(app.check().detail()).isEqualTo("stopped");
    }

    @Test
    void saysHowFarItIsBehind() {
        // Given a record that takes its time, and many after it
        send(SLOW, record(SLOW));
        send("k", record("s"), MANY);
        start();

        // Then
        await().untilAsserted(() -> {
            assertThat(app.check().state()).isEqualTo(State.DEGRADED);
            assertThat(app.check().detail()).contains("records behind");
        });

        // When
        goOn.countDown();

        // Then
        await().until(() -> app.check().state() == State.READY);
    }

    @Test
    void isDeadWhileAThreadHangs() {
        // Given a record that takes longer than Kafka waits for a thread
        send(SLOW, record(SLOW));
        Properties config = config();
        config.put("consumer.max.poll.interval.ms", "3000");
        app = app(config);
        app.start();

        // Then
        await().untilAsserted(() -> {
            assertThat(app.check().state()).isEqualTo(State.DEAD);
            assertThat(app.check().detail()).startsWith("a thread hangs: it has not asked for records for ");
        });

        // When
        goOn.countDown();

        // Then
        await().until(() -> app.check().state() == State.READY);
    }

    private LocalRegistry useRegistryOfItsOwn() throws Exception {
        LocalRegistry registry = LocalRegistry.start(folder.resolve("registry"), 0);
        use(OneCluster.settings(
                settings.common().get("bootstrap.servers").toString(),
                registry.url(),
                settings.topics().prefix()));
        return registry;
    }

    private LocalRegistry startAgain(LocalRegistry registry) {
        return LocalRegistry.start(
                folder.resolve("registry"), URI.create(registry.url()).getPort());
    }

    private void use(KafkaSettings others) throws Exception {
        settings = others;
        try (Admin admin = clients().admin();
                SchemaRegistry registry = new SchemaRegistry(settings.registry())) {
            new TopicSetup(admin, registry).apply(List.of(input(), output(), deadLetters()), false);
        }
    }

    private void start() {
        app = app();
        app.start();
    }

    private StreamsApp app() {
        return app(config());
    }

    private Properties config() {
        return StreamsApp.config(settings, "copy", folder.resolve("state"), 1);
    }

    private StreamsApp app(Properties config) {
        return new StreamsApp(this::topology, config, metrics, Duration.ofSeconds(10), failed);
    }

    private Topology topology(StreamsBuilder builder) {
        builder.stream(
                        input().name(),
                        Consumed.with(Serdes.String(), clients().serdes().value(input()))
                                .withName("read"))
                .peek(this::bear, Named.as("bear"))
                .to(
                        output().name(),
                        Produced.with(Serdes.String(), clients().serdes().value(output()))
                                .withName("write"));
        return builder.build();
    }

    private void bear(String key, SourceState state) {
        if (state.getSourceId().equals(SLOW)) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> goOn.getCount() == 0);
        }
        if (state.getSourceId().equals(UNBEARABLE)) {
            throw new IllegalStateException("cannot bear " + key);
        }
    }

    private void assertDeadLetter(String key, byte[] value, String exception) {
        await().until(() -> count(deadLetters()) == 1);
        ConsumerRecord<byte[], byte[]> letter = read(deadLetters()).get(0);
        assertThat(letter.key()).isEqualTo(key.getBytes(StandardCharsets.UTF_8));
        assertThat(letter.value()).isEqualTo(value);
        assertThat(header(letter, "exception")).endsWith(exception);
        assertThat(header(letter, "topic")).isEqualTo(input().name());
        assertThat(header(letter, "partition")).isEqualTo("0");
        assertThat(header(letter, "offset")).isEqualTo("0");
    }

    private void assertCopied(String key) {
        await().until(() -> count(output()) == 1);
        assertThat(read(output()).get(0).key()).isEqualTo(key.getBytes(StandardCharsets.UTF_8));
    }

    private void assertWaitsForTheRegistry() {
        await().untilAsserted(() -> {
            assertThat(app.check().state()).isEqualTo(State.WAITING);
            assertThat(app.check().detail()).contains("ConnectException");
        });
        assertThat(failed.getCount()).isEqualTo(1);
    }

    private byte[] record(String id) {
        SourceState state = SourceState.newBuilder()
                .setSourceId(id)
                .setUrl("https://example.org/feed")
                .build();
        return clients().serdes().serializer(input()).serialize(input().name(), state);
    }

    private void send(String key, byte[] value) {
        send(key, value, 1);
    }

    private void send(String key, byte[] value, int times) {
        try (Producer<byte[], byte[]> producer = clients().bytesProducer()) {
            for (int i = 0; i < times; i++) {
                producer.send(new ProducerRecord<>(input().name(), key.getBytes(StandardCharsets.UTF_8), value));
            }
        }
    }

    private int count(Topic<?, ?> topic) {
        return read(topic).size();
    }

    private List<ConsumerRecord<byte[], byte[]>> read(Topic<?, ?> topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic.name(), 0);
        try (Consumer<byte[], byte[]> consumer =
                clients().consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), null)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(
                record.headers().lastHeader("__streams.errors." + name).value(), StandardCharsets.UTF_8);
    }

    private KafkaClients clients() {
        return new KafkaClients(settings, metrics);
    }

    private Topic<String, SourceState> input() {
        return settings.topics().sources();
    }

    private Topic<String, SourceState> output() {
        Topic<String, SourceState> like = input();
        return new Topic<>(
                settings.topics().prefix() + ".copies.v1",
                like.key(),
                like.value(),
                1,
                like.retention(),
                like.cleanup(),
                like.compatibility());
    }

    private Topic<byte[], byte[]> deadLetters() {
        return settings.topics().deadLetters("copy");
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100));
    }
}
