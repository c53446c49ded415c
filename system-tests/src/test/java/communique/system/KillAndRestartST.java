package communique.system;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class KillAndRestartST {
    private static final int ARTICLES = 1500;

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndTellsNothingTwiceWhenEachServiceIsKilledInMidStream(TestCluster cluster) throws Exception {
        List<Map<String, String>> articles = new Newsroom(42).articles(ARTICLES);
        try (Deployment deployment = Deployment.start(cluster, folder)) {
            // Given articles that keep coming
            CompletableFuture<Void> pushing = CompletableFuture.runAsync(() -> push(deployment, articles));

            // When each service is killed and started again while they do
            for (ServiceProcess service : deployment.services()) {
                awaitProgress(cluster, pushing);
                service.kill();
                service.start();
            }
            pushing.get();

            // Then every article is decided once and alerted once
            List<ConsumerRecord<String, Decision>> decisions = cluster.readUntil(
                    cluster.topics().decisions(), records -> keys(records).size() == ARTICLES);
            assertThat(decisions).hasSize(ARTICLES);
            List<ConsumerRecord<String, Alert>> alerts =
                    cluster.readAll(cluster.topics().alerts());
            assertThat(alerts).hasSize(ARTICLES);
            assertThat(keys(alerts)).hasSize(ARTICLES);
            assertThat(alerts.stream()
                            .map(a -> a.value().getSources().get(0).getId())
                            .collect(Collectors.toSet()))
                    .isEqualTo(keys(decisions));
        }
    }

    /** Some articles have passed since; else a kill could hit a service that had nothing to do. */
    private static void awaitProgress(TestCluster cluster, CompletableFuture<Void> pushing) {
        int before = cluster.readAll(cluster.topics().decisions()).size();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> pushing.isDone()
                        || cluster.readAll(cluster.topics().decisions()).size() >= before + 30);
        assertThat(pushing).as("articles are still coming").isNotDone();
    }

    private static void push(Deployment deployment, List<Map<String, String>> articles) {
        try {
            Newsroom.push(deployment.ingest(), articles);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<String> keys(List<? extends ConsumerRecord<String, ?>> records) {
        return records.stream().map(ConsumerRecord::key).collect(Collectors.toSet());
    }
}
