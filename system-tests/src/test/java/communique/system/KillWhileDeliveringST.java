package communique.system;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.AlertMain;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What delivery promises, where everything that can fail does. {@code -Dsystem.alerts} sets how many alerts. */
@ExtendWith(ClusterExtension.class)
class KillWhileDeliveringST {
    private static final int ALERTS = Integer.getInteger("system.alerts", 2_000);
    private static final int KILLS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String SECRET = "whsec_dGVzdCB0ZXN0IHRlc3QgdGVzdCB0ZXN0IHRlc3Q=";

    @TempDir
    private Path folder;

    @Test
    void losesNothingReordersNothingAndKeepsIdsOverFailuresAndKills(TestCluster cluster) throws Exception {
        int deadPort = freePort();
        try (FlakyReceiver ordered = new FlakyReceiver(0, 0.3);
                FlakyReceiver plain = new FlakyReceiver(0, 0.3);
                ServiceProcess service = service(cluster, ordered, plain, "http://127.0.0.1:" + deadPort + "/hook")) {
            // Given alerts, two receivers that refuse three in ten, and one that is dead
            List<String> expected = Newsroom.publishAlerts(cluster, "alert-", ALERTS);
            long begin = System.nanoTime();
            service.start();

            // When the service is killed twice while it delivers
            for (int kill = 1; kill <= KILLS; kill++) {
                int until = ALERTS * kill / (KILLS + 1);
                await().until(() -> ordered.distinct() >= until);
                service.kill();
                service.start();
            }
            await().until(() -> ordered.distinct() == ALERTS && plain.distinct() == ALERTS);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);

            // Then the receivers have everything, in order where that is promised, and what is dead gets it once alive
            System.out.printf(
                    "%d alerts, 30 %% refused, a dead channel, %d kills: repeats %d and %d, %d s%n",
                    ALERTS,
                    KILLS,
                    ordered.accepted().size() - ALERTS,
                    plain.accepted().size() - ALERTS,
                    took.toSeconds());
            assertThat(ordered.accepted().stream().distinct().toList()).isEqualTo(expected);
            assertThat(plain.accepted()).containsAll(expected);
            assertThat(Stream.of(ordered, plain).flatMap(receiver -> receiver.mixedUp().stream()))
                    .isEmpty();
            assertThat(ordered.accepted().size() - ALERTS).as("repeats").isLessThanOrEqualTo(KILLS);
            assertThat(plain.accepted().size() - ALERTS).as("repeats").isLessThanOrEqualTo(KILLS);
            try (FlakyReceiver risen = new FlakyReceiver(deadPort, 0)) {
                await().until(() -> risen.distinct() == ALERTS);
                assertThat(risen.accepted()).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100));
    }

    private ServiceProcess service(TestCluster cluster, FlakyReceiver ordered, FlakyReceiver plain, String dead)
            throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        String hook = "  - {name: %s, type: webhook, url: '%s', secret_file: " + secret
                + ", allow_private: true, ordered: %s}%n";
        Path channels = Files.writeString(
                folder.resolve("channels.yaml"),
                "channels:\n" + String.format(hook, "ordered", ordered.url(), true)
                        + String.format(hook, "plain", plain.url(), false) + String.format(hook, "dead", dead, false));
        Map<String, String> config = new HashMap<>(cluster.configuration());
        config.put("alert.state.dir", folder.resolve("alert").toString());
        config.put("alert.delivery.channels", channels.toString());
        config.put("alert.delivery.retry.waits", "10ms,".repeat(20) + "5s,".repeat(500) + "5s");
        return new ServiceProcess(AlertMain.class, config, folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
