package communique.benchmarks.pipeline;

import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.metrics.Metrics;
import communique.schemas.Topic;
import communique.schemas.Topic.Cleanup;
import communique.schemas.Topic.Compatibility;
import communique.schemas.v1.RawArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The topics of one run, with articles waiting on the first of them. */
final class Course {
    private final KafkaSettings settings;
    private final Path folder;

    Course(KafkaSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    KafkaSettings settings() {
        return settings;
    }

    /** Where a Streams application may keep its state. */
    Path stateDir() {
        return folder.resolve("state").resolve(settings.topics().prefix());
    }

    /** Where articles go that are passed on as they are. */
    Topic<String, RawArticle> passed() {
        return new Topic<>(
                settings.topics().prefix() + ".passed.v1",
                String.class,
                RawArticle.class,
                settings.topics().articlesRaw().partitions(),
                Duration.ofDays(1),
                Cleanup.DELETE,
                Compatibility.BACKWARD_TRANSITIVE);
    }

    /** Puts so many articles on the topic of raw ones. */
    void fill(Workload workload, int count) {
        Topic<String, RawArticle> raw = settings.topics().articlesRaw();
        try (Metrics metrics = new Metrics();
                Producer<String, RawArticle> producer = new KafkaClients(settings, metrics).producer(raw)) {
            for (int i = 0; i < count; i++) {
                RawArticle article = workload.article(i);
                producer.send(new ProducerRecord<>(raw.name(), article.getId(), article));
            }
            producer.flush();
        }
    }

    /** Bytes the broker keeps for this run's topics, those of the state included. */
    long bytesOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cluster"))) {
            return files.filter(file ->
                            file.toString().contains("/" + settings.topics().prefix() + "."))
                    .filter(file -> file.toString().endsWith(".log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
