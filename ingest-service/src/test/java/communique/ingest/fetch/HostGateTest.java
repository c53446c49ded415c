package communique.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import communique.testkit.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostGateTest {
    private static final String RIDGE = "https://ridge.example/feed";

    private final TestClock clock = TestClock.at("2026-03-04T05:00:00Z");
    private final HostGate gate = new HostGate(Duration.ofSeconds(5), clock);

    @Test
    void keepsRequestsToOneHostApart() {
        gate.tryEnter(RIDGE).orElseThrow().close();

        assertThat(gate.tryEnter("https://RIDGE.example/other")).isEmpty();
        assertThat(gate.tryEnter("https://valley.example/feed")).isPresent();
        clock.advance(Duration.ofSeconds(5));
        assertThat(gate.tryEnter(RIDGE)).isPresent();
    }

    @Test
    void letsNoMoreThanTwoIn() {
        Optional<HostGate.Pass> first = gate.tryEnter(RIDGE);
        clock.advance(Duration.ofSeconds(5));
        Optional<HostGate.Pass> second = gate.tryEnter(RIDGE);
        clock.advance(Duration.ofSeconds(5));

        assertThat(second).isPresent();
        assertThat(gate.tryEnter(RIDGE)).isEmpty();
        first.orElseThrow().close();
        assertThat(gate.tryEnter(RIDGE)).isPresent();
    }

    @Test
    void waitsAsLongAsAHostAsksButNotForever() {
        gate.slowDown(RIDGE, Duration.ofDays(1));
        gate.tryEnter(RIDGE).orElseThrow().close();

        clock.advance(Duration.ofSeconds(119));
        assertThat(gate.tryEnter(RIDGE)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(gate.tryEnter(RIDGE)).isPresent();
    }

    @Test
    void givesUpWaitingWhenTheTimeIsOver() throws Exception {
        gate.tryEnter(RIDGE).orElseThrow().close();

        assertThat(gate.enter(RIDGE, clock.instant())).isEmpty();
    }
}
