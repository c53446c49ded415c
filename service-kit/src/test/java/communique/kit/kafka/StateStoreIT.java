package communique.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import communique.cluster.LocalCluster;
import communique.kit.lifecycle.Health.State;
import communique.kit.metrics.Metrics;
import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rocksdb.Options;

/** Runs a topology that counts how often each key came, on state stores to which harm is done. */
@ExtendWith(OneCluster.class)
class StateStoreIT {
    private static final int KEYS = 200;
    /**
     * More than are filled here: RocksDB can hang for good where all are full together with the disk, its issue 9876.
     */
    private static final int BUFFERS = 32;

    private static final String PADDING = "x".repeat(2_000);
    private static int runs;

    @TempDir
    private Path folder;

    private final Metrics metrics = new Metrics();
    private final CountDownLatch failed = new CountDownLatch(1);
    private KafkaSettings settings;
    private Path state;
    private StreamsApp app;

    @BeforeEach
    void prepareTopics(LocalCluster cluster) throws Exception {
        KafkaSettings usual = OneCluster.settings(cluster, "statestore" + runs++);
        settings = new KafkaSettings(
                usual.common(),
                usual.producer(),
                usual.consumer(),
                usual.admin(),
                Map.of("rocksdb.config.setter", SmallBuffers.class),
                usual.registry(),
                usual.topics());
        state = folder.resolve("state");
        Files.createDirectories(state);
        try (Admin admin = clients().admin();
                SchemaRegistry registry = new SchemaRegistry(settings.registry())) {
            new TopicSetup(admin, registry).apply(List.of(input(), output(), deadLetters()), false);
        }
    }

    @AfterEach
    void close() {
        app.close();
        metrics.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {".sst", "CURRENT", "MANIFEST-"})
    void rebuildsADamagedStoreFromItsChangelog(String files) throws Exception {
        // Given a store that was closed well
        start();
        sendEachKey();
        await(KEYS);
        app.close();

        // When files of it are overwritten
        assertThat(damage(files)).isPositive();
        start();
        sendEachKey();

        // Then nothing is forgotten
        await(2 * KEYS);
        assertThat(counts()).filteredOn("2"::equals).hasSize(KEYS);
        assertThat(read(deadLetters())).isEmpty();
    }

    @Test
    void saysThatItsDiskIsFullBeforeAnythingFails() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", state.toString()), "needs to mount a disk");
        try {
            start();
            Awaitility.await().until(() -> app.check().state() == State.READY);

            Path filler = fillUp();

            assertThat(app.check().state()).isEqualTo(State.WAITING);
            assertThat(app.check().detail()).contains("No space left on device", "room for " + state);

            Files.delete(filler);
            assertThat(app.check().state()).isEqualTo(State.READY);
        } finally {
            app.close();
            run("umount", state.toString());
        }
    }

    @Test
    void waitsForRoomOnAFullDiskAndLosesNothing() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", state.toString()), "needs to mount a disk");
        try {
            // Given a disk that becomes full
            start();
            send("first");
            await(1);
            Path filler = fillUp();

            // When more comes than fits into memory
            sendEachKey();

            // Then it waits and says for what, and goes on when there is room
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(app.check().state()).isEqualTo(State.WAITING);
                assertThat(app.check().detail()).contains("No space left on device", "room for " + state);
            });
            Files.delete(filler);
            await(1 + KEYS);
            assertThat(counts()).hasSize(1 + KEYS).containsOnly("1");
            assertThat(read(deadLetters())).isEmpty();
            assertThat(failed.getCount()).isEqualTo(1);
        } finally {
            app.close();
            run("umount", state.toString());
        }
    }

    /** Overwrites the middle of files that are so named; returns how many. */
    private int damage(String files) throws IOException {
        try (Stream<Path> all = Files.walk(state)) {
            List<Path> hit = all.filter(path -> path.getFileName().toString().contains(files))
                    .toList();
            for (Path file : hit) {
                byte[] bytes = Files.readAllBytes(file);
                Arrays.fill(bytes, bytes.length / 4, bytes.length / 2 + 1, (byte) 7);
                Files.write(file, bytes);
            }
            return hit.size();
        }
    }

    private Path fillUp() {
        Path filler = state.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private void start() {
        app = new StreamsApp(
                this::topology,
                StreamsApp.config(settings, "count", state, 1),
                metrics,
                Duration.ofSeconds(10),
                failed);
        app.start();
    }

    private Topology topology(StreamsBuilder builder) {
        builder.stream(
                        input().name(),
                        Consumed.with(Serdes.String(), Serdes.String()).withName("read"))
                .process(new Counters(), Named.as("count"))
                .to(
                        output().name(),
                        Produced.with(Serdes.String(), Serdes.String()).withName("write"));
        return builder.build();
    }

    private static final class Counters implements ProcessorSupplier<String, String, String, String> {
        @Override
        public Processor<String, String, String, String> get() {
            return new ContextualProcessor<>() {
                @Override
                public void process(Record<String, String> record) {
                    KeyValueStore<String, String> store = context().getStateStore("counts");
                    String before = store.get(record.key());
                    int count = before == null ? 1 : Integer.parseInt(before.split(" ")[0]) + 1;
                    store.put(record.key(), count + " " + PADDING);
                    context().forward(record.withValue(String.valueOf(count)));
                }
            };
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore("counts"), Serdes.String(), Serdes.String()));
        }
    }

    /** Has a store write to disk after a few records. */
    public static final class SmallBuffers implements RocksDBConfigSetter {
        @Override
        public void setConfig(String store, Options options, Map<String, Object> configs) {
            options.setWriteBufferSize(64 * 1024);
            options.setMaxWriteBufferNumber(BUFFERS);
        }

        @Override
        public void close(String store, Options options) {}
    }

    private void sendEachKey() {
        send(IntStream.range(0, KEYS).mapToObj(i -> "key" + i).toArray(String[]::new));
    }

    private void send(String... keys) {
        try (Producer<byte[], byte[]> producer = clients().bytesProducer()) {
            for (String key : keys) {
                byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(input().name(), bytes, bytes));
            }
        }
    }

    private void await(int records) {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> counts().size() >= records);
    }

    private List<String> counts() {
        return read(output());
    }

    private List<String> read(Topic<?, ?> topic) {
        List<String> values = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic.name(), 0);
        try (Consumer<String, String> consumer =
                clients().consumer(new StringDeserializer(), new StringDeserializer(), null)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private KafkaClients clients() {
        return new KafkaClients(settings, metrics);
    }

    private Topic<byte[], byte[]> input() {
        return settings.topics().deadLetters("input");
    }

    private Topic<byte[], byte[]> output() {
        return settings.topics().deadLetters("output");
    }

    private Topic<byte[], byte[]> deadLetters() {
        return settings.topics().deadLetters("count");
    }
}
