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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** One trial: its topics, with articles waiting on the first of them. */
final class Trial {
    private final KafkaSettings settings;
    private final Path folder;

    Trial(KafkaSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    KafkaSettings settings() {
        return settings;
    }

    /** Where an instance of a Streams application may keep its state. */
    Path stateDir(int instance) {
        return folder.resolve("state").resolve(settings.topics().prefix() + "-" + instance);
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
    void fill(Workload workload, int count) throws ExecutionException, InterruptedException {
        Topic<String, RawArticle> raw = settings.topics().articlesRaw();
        try (Metrics metrics = new Metrics();
                Producer<String, RawArticle> producer = new KafkaClients(settings, metrics).producer(raw)) {
            List<Future<RecordMetadata>> sent = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                RawArticle article = workload.article(i);
                sent.add(producer.send(new ProducerRecord<>(raw.name(), article.getId(), article)));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    /** Bytes the broker keeps for its topics, those of the state included. */
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
