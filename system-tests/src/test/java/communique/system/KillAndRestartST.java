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
                Tally<Decision> decided = new Tally<>(cluster, cluster.topics().decisions());
                NewsStream news = new NewsStream(deployment.ingest())) {
            // Given articles that keep coming
            await(decided, 1);

            // When each service is killed and started again while they do
            for (ServiceProcess service : deployment.services()) {
                List<Duration> back = new ArrayList<>();
                for (int kill = 0; kill < KILLS; kill++) {
                    back.add(killAndRestart(decided, news, service));
                }
                Figures.record("back to work after kill -9 of " + service.name(), back);
            }
            int articles = news.end();
            await(decided, articles);

            // Then every article is decided once and alerted once
            List<ConsumerRecord<String, Decision>> decisions =
                    cluster.readAll(cluster.topics().decisions());
            assertThat(decisions).hasSize(articles);
            assertThat(keys(decisions)).hasSize(articles);
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

    /** How long it took from the kill until an article taken after it is decided. */
    private static Duration killAndRestart(Tally<Decision> decided, NewsStream news, ServiceProcess service) {
        long start = System.nanoTime();
        service.kill();
        int taken = news.taken();
        service.start();
        await(decided, taken + 1);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void await(Tally<Decision> decided, int least) {
        Awaitility.await("decisions").atMost(Duration.ofSeconds(120)).until(() -> decided.count() >= least);
    }

    private static Set<String> keys(List<? extends ConsumerRecord<String, ?>> records) {
        return records.stream().map(ConsumerRecord::key).collect(Collectors.toSet());
    }
}
