package communique.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The clocks of the services are set while news come. */
@ExtendWith(ClusterExtension.class)
class ClockJumpST {
    private static final int KNOWN = 4;

    @TempDir
    private Path folder;

    @Test
    void tellsNothingAgainAndLosesNothingWhenClocksAreSet(TestCluster cluster) throws Exception {
        assumeTrue(FakeClock.isInstalled(), "needs Debian's libfaketime");
        FakeClock clock = new FakeClock(folder);
        Newsroom newsroom = new Newsroom(99);
        List<Map<String, String>> known = newsroom.articles(KNOWN);
        try (Deployment deployment = Deployment.start(
                        cluster.configuration(), folder, Map.of(), clock.environment("Europe/London"));
                Supervisor supervisor = new Supervisor(deployment.services());
                Accounts accounts = new Accounts(cluster.clients(), cluster.topics())) {
            // Given stories that are known
            Newsroom.push(deployment.ingest(), known);
            int taken = KNOWN;
            accounts.awaitDecided(taken);

            // When clocks pass the end of summer time and of a year, go wrong and are set right
            List<Duration> offsets = List.of(
                    until("2026-10-25T00:59:58Z"), until("2026-12-31T23:59:58Z"), Duration.ofDays(400), Duration.ZERO);
            for (Duration offset : offsets) {
                clock.set(offset);
                Newsroom.push(deployment.ingest(), Newsroom.elsewhere(known, String.valueOf(taken)));
                Newsroom.push(deployment.ingest(), newsroom.articles(KNOWN));
                taken += 2 * KNOWN;
                accounts.awaitDecided(taken);
            }

            // Then every article is decided, and each story was news once
            assertThat(supervisor.starts()).isPositive();
            assertThat(accounts.decisions()).hasSize(taken);
            Map<String, Long> news = accounts.alerts().stream()
                    .filter(alert -> alert.getKind() != AlertKind.JOINED)
                    .collect(Collectors.groupingBy(Alert::getStoryId, Collectors.counting()));
            assertThat(news).hasSize(KNOWN * (1 + offsets.size()));
            assertThat(news.values()).containsOnly(1L);
        }
    }

    private static Duration until(String moment) {
        return Duration.between(Clock.systemUTC().instant(), Instant.parse(moment));
    }
}
