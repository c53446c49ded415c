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
import java.time.Year;
import java.time.ZoneId;
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
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Duration WRONG = Duration.ofDays(400);

    @TempDir
    private Path folder;

    @Test
    void tellsNothingAgainAndLosesNothingWhenClocksAreSet(TestCluster cluster) throws Exception {
        assumeTrue(FakeClock.isInstalled(), "needs Debian's libfaketime");
        FakeClock clock = new FakeClock(folder);
        clock.set(WRONG);
        Newsroom newsroom = new Newsroom(99);
        List<Map<String, String>> known = newsroom.articles(KNOWN);
        try (Deployment deployment =
                        Deployment.start(cluster.configuration(), folder, Map.of(), clock.environment(ZONE.getId()));
                Supervisor supervisor = new Supervisor(deployment.services());
                Accounts accounts = new Accounts(cluster.clients(), cluster.topics())) {
            // Given stories that are known
            Newsroom.push(deployment.ingest(), known);
            int taken = KNOWN;
            accounts.awaitDecided(taken);

            // When clocks are set right, pass the end of a year, go wrong, go back to a change of summer time, are set
            // right
            List<Duration> offsets =
                    List.of(Duration.ZERO, until(nextYear()), WRONG, until(lastChangeOfSummerTime()), Duration.ZERO);
            Duration atStart = WRONG;
            int starts = 0;
            for (Duration offset : offsets) {
                clock.set(offset);
                Newsroom.push(deployment.ingest(), Newsroom.elsewhere(known, String.valueOf(taken)));
                Newsroom.push(deployment.ingest(), newsroom.articles(KNOWN));
                taken += 2 * KNOWN;
                accounts.awaitDecided(taken);
                if (offset.compareTo(atStart) < 0) {
                    starts += deployment.services().size();
                    supervisor.awaitStarts(starts);
                    atStart = offset;
                }
            }

            // Then every article is decided, and each story was news once
            assertThat(accounts.decisions()).hasSize(taken);
            Map<String, Long> news = accounts.alerts().stream()
                    .filter(alert -> alert.getKind() != AlertKind.JOINED)
                    .collect(Collectors.groupingBy(Alert::getStoryId, Collectors.counting()));
            assertThat(news).hasSize(KNOWN * (1 + offsets.size()));
            assertThat(news.values()).containsOnly(1L);
        }
    }

    private static Instant nextYear() {
        return Year.now(ZONE).plusYears(1).atDay(1).atStartOfDay(ZONE).toInstant();
    }

    private static Instant lastChangeOfSummerTime() {
        return ZONE.getRules().previousTransition(Clock.systemUTC().instant()).getInstant();
    }

    /** Until shortly before a moment. */
    private static Duration until(Instant moment) {
        return Duration.between(Clock.systemUTC().instant(), moment.minusSeconds(2));
    }
}
