package communique.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {
    private static final TopicPartition NOTES = new TopicPartition("notes", 0);

    @TempDir
    Path folder;

    @Test
    void keepsItsRecordsOverARestartOnAnotherPort() throws Exception {
        String before;
        try (LocalBroker broker = LocalBroker.start(folder, 0)) {
            before = broker.bootstrapServers();
            create(broker);
            send(broker, "first");
        }

        try (LocalBroker broker = LocalBroker.start(folder, 0)) {
            send(broker, "second");

            assertThat(broker.bootstrapServers()).isNotEqualTo(before);
            assertThat(read(broker, 2)).containsExactly("first", "second");
        }
    }

    @Test
    void takesARecordOfFifteenMebibytes() throws Exception {
        String large = "x".repeat(15 * 1024 * 1024);
        try (LocalBroker broker = LocalBroker.start(folder, 0)) {
            create(broker);
            send(broker, large);

            assertThat(read(broker, 1)).containsExactly(large);
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> LocalBroker.start(folder, port))
                    .isInstanceOf(LocalClusterException.class)
                    .hasMessageContaining("port " + port + " for the broker is taken");
        }
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (FolderLock other = FolderLock.take(folder)) {
            assertThatThrownBy(() -> LocalBroker.start(folder, 0))
                    .isInstanceOf(LocalClusterException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use");
            assertThat(other).isNotNull();
        }
    }

    @Test
    void refusesAFolderThatBelongsToAnotherNodeAndLetsGoOfIt() throws IOException {
        Files.writeString(
                folder.resolve("meta.properties"),
                "version=1\nnode.id=7\ncluster.id=AAAAAAAAAAAAAAAAAAAAAA\ndirectory.id=BBBBBBBBBBBBBBBBBBBBBB\n");

        assertThatThrownBy(() -> LocalBroker.start(folder, 0))
                .isInstanceOf(LocalClusterException.class)
                .hasMessageContaining("node");
        FolderLock.take(folder).close();
    }

    @Test
    void failsToStartWhereKafkaWouldHaveHaltedTheProcess() throws IOException {
        // Given a folder where Kafka's own log cannot be, which it finds out only while starting
        LocalBroker.start(folder, 0).close();
        Path metadata = folder.resolve("__cluster_metadata-0");
        Files.move(metadata, folder.resolve("moved"));
        Files.createFile(metadata);

        // When, Then
        assertThatThrownBy(() -> LocalBroker.start(folder, 0))
                .isInstanceOf(LocalClusterException.class)
                .hasMessageContaining("cannot go on");
        FolderLock.take(folder).close();
    }

    @Test
    void tellsItsOwnerWhereKafkaWouldHaveHaltedTheProcess() throws Exception {
        try (LocalBroker broker = LocalBroker.start(folder.resolve("kafka"), 0)) {
            assertThat(broker.failed()).isNotDone();

            Files.move(folder.resolve("kafka"), folder.resolve("gone"));
            create(broker);

            assertThat(broker.failed())
                    .succeedsWithin(Duration.ofSeconds(20))
                    .asString()
                    .contains("cannot go on");
        }
    }

    @Test
    @Timeout(20)
    void stopsWithinSecondsAndOnce() {
        LocalBroker broker = LocalBroker.start(folder, 0);

        broker.close();
        broker.close();

        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> FolderLock.take(folder).close());
    }

    private static void create(LocalBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(NOTES.topic(), Optional.of(1), Optional.empty())))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static void send(LocalBroker broker, String value) throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.request.size", 16 * 1024 * 1024);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(NOTES.topic(), value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(LocalBroker broker, int count) {
        List<String> values = new ArrayList<>();
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(NOTES));
            consumer.seekToBeginning(List.of(NOTES));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
            });
        }
        return values;
    }
}
