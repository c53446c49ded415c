package communique.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TestClockTest {
    @Test
    void standsStillUntilItIsMoved() {
        TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
        assertThat(clock.instant()).isEqualTo("2026-03-02T09:00:00Z");

        clock.advance(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo("2026-03-02T10:00:00Z");
    }

    @Test
    void movesTogetherWithItselfInAnotherZone() {
        TestClock clock = TestClock.atFetchTime();
        Clock kabul = clock.withZone(ZoneId.of("Asia/Kabul"));

        clock.set(Instant.EPOCH);

        assertThat(kabul.instant()).isEqualTo(Instant.EPOCH);
        assertThat(kabul.getZone()).isEqualTo(ZoneId.of("Asia/Kabul"));
    }
}
