package communique.system;

import communique.testkit.ClusterExtension;
import communique.testkit.Figures;
import communique.testkit.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    void losesNothingAndTellsNothingTwiceWhenEachServiceIsKilledInMidStream(TestCluster cluster) {
        try (Deployment deployment = Deployment.start(cluster, folder);
                Accounts accounts = new Accounts(cluster.clients(), cluster.topics());
                NewsStream news = new NewsStream(deployment.ingest())) {
            // Given articles that keep coming
            accounts.awaitDecided(1);

            // When each service is killed and started again while they do
            for (ServiceProcess service : deployment.services()) {
                List<Duration> back = new ArrayList<>();
                for (int kill = 0; kill < KILLS; kill++) {
                    back.add(killAndRestart(accounts, news, service));
                }
                Figures.record("back to work after kill -9 of " + service.name(), back);
            }

            // Then every article is decided once and alerted once
            accounts.assertEachIsDecidedAndAlertedOnce(news.end());
        }
    }

    /** How long it took from the kill until an article taken after it is decided. */
    private static Duration killAndRestart(Accounts accounts, NewsStream news, ServiceProcess service) {
        long start = System.nanoTime();
        service.kill();
        int taken = news.taken();
        service.start();
        accounts.awaitDecided(taken + 1);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
