package communique.benchmarks.pipeline;

import communique.cluster.LocalCluster;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.kafka.TopicSetup;
import communique.kit.metrics.Metrics;
import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topic;
import communique.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Utils;

/** A broker and a registry in this process, in a temporary folder that goes when they are closed. */
final class BenchmarkCluster implements AutoCloseable {
    private final Path folder;
    private final LocalCluster cluster;
    private int trials;

    private BenchmarkCluster(Path folder) {
        this.folder = folder;
        this.cluster = LocalCluster.start(folder.resolve("cluster"), 0, 0);
    }

    static BenchmarkCluster start() throws IOException {
        return new BenchmarkCluster(Files.createTempDirectory("benchmark"));
    }

    /** Topics of their own for one trial. */
    Trial trial(int partitions) throws IOException {
        Topics topics = new Topics("trial" + trials++, partitions);
        KafkaSettings settings = new KafkaSettings(
                Map.of("bootstrap.servers", cluster.broker().bootstrapServers()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("schema.registry.url", cluster.registry().url()),
                topics);
        Trial trial = new Trial(settings, folder);
        List<Topic<?, ?>> all = new ArrayList<>(topics.all(List.of()));
        all.add(trial.passed());
        try (Metrics metrics = new Metrics();
                Admin admin = new KafkaClients(settings, metrics).admin();
                SchemaRegistry registry = new SchemaRegistry(settings.registry())) {
            new TopicSetup(admin, registry).apply(all, false);
        }
        return trial;
    }

    @Override
    public void close() {
        cluster.close();
        try {
            Utils.delete(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
