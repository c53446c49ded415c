package communique.testkit;

import communique.cluster.LocalCluster;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.metrics.Metrics;
import communique.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;

/** The one broker and registry of a test JVM, and the clients all its test classes share. */
final class SharedCluster implements AutoCloseable {
    private final Path folder;
    private final LocalCluster cluster;
    private final Metrics metrics = new Metrics();
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;

    private SharedCluster(Path folder) {
        this.folder = folder;
        cluster = LocalCluster.start(folder, 0, 0);
        KafkaClients clients = clients(new Topics(Topics.DEFAULT_PREFIX, 1));
        admin = clients.admin();
        producer = clients.bytesProducer();
    }

    static SharedCluster start() {
        try {
            return new SharedCluster(Files.createTempDirectory("test-cluster"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KafkaSettings settings(Topics topics) {
        return new KafkaSettings(
                Map.of("bootstrap.servers", cluster.broker().bootstrapServers()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("schema.registry.url", cluster.registry().url()),
                topics);
    }

    KafkaClients clients(Topics topics) {
        return new KafkaClients(settings(topics), metrics);
    }

    Admin admin() {
        return admin;
    }

    Producer<byte[], byte[]> producer() {
        return producer;
    }

    @Override
    public void close() throws IOException {
        producer.close();
        admin.close();
        metrics.close();
        cluster.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
