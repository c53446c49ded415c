package communique.system;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each service killed in mid-stream, {@code -Dfaults.kills=N} times in a row. */
@ExtendWith(ClusterExtension.class)
class KillAndRestartST {
    private static final int KILLS = Integer.getInteger("faults.kills", 2);

    @TempDir
    private Path folder;

    @Test
    void losesNothingAndTellsNothingTwiceWhenEachServiceIsKilledInMidStream(TestCluster cluster) throws Exception {
        try (Deployment deployment = Deployment.start(cluster, folder);
                NewsStream news = new NewsStream(deployment.ingest())) {
            // Given articles that keep coming
            awaitDecisions(cluster, 1);

            // When each service is killed and started again while they do
            for (ServiceProcess service : deployment.services()) {
                List<Duration> back = new ArrayList<>();
                for (int kill = 0; kill < KILLS; kill++) {
                    back.add(killAndRestart(cluster, service));
                }
                Figures.record("back to work after kill -9 of " + service.name(), back);
            }
            int articles = news.end();

            // Then every article is decided once and alerted once
            List<ConsumerRecord<String, Decision>> decisions = cluster.readUntil(
                    cluster.topics().decisions(), records -> keys(records).size() == articles);
            assertThat(decisions).hasSize(articles);
            List<ConsumerRecord<String, Alert>> alerts =
                    cluster.readAll(cluster.topics().alerts());
            assertThat(alerts).hasSize(articles);
            assertThat(keys(alerts)).hasSize(articles);
            assertThat(alerts.stream()
                            .map(a -> a.value().getSources().get(0).getId())
                            .collect(Collectors.toSet()))
                    .isEqualTo(keys(decisions));
        }
    }

    /** How long it took from the start of the new process until articles are decided again. */
    private static Duration killAndRestart(TestCluster cluster, ServiceProcess service) {
        service.kill();
        int before = decided(cluster);
        long start = System.nanoTime();
        service.start();
        awaitDecisions(cluster, before + 1);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void awaitDecisions(TestCluster cluster, int least) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> decided(cluster) >= least);
    }

    private static int decided(TestCluster cluster) {
        return cluster.readAll(cluster.topics().decisions()).size();
    }

    private static Set<String> keys(List<? extends ConsumerRecord<String, ?>> records) {
        return records.stream().map(ConsumerRecord::key).collect(Collectors.toSet());
    }
}
