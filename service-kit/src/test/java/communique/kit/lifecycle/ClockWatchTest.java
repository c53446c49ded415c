package communique.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
    private final AtomicReference<Instant> machine = new AtomicReference<>(Instant.parse("2026-10-25T00:59:59Z"));
    private final AtomicReference<Instant> steady = new AtomicReference<>(machine.get());
    private final ClockWatch watch = new ClockWatch(machine::get, steady::get);

    @Test
    void isContentAsTimePasses() {
        set(machine, Duration.ofHours(1));
        set(steady, Duration.ofHours(1));

        assertThat(watch.isSetBack()).isFalse();
    }

    @Test
    void noticesAClockThatIsSetBack() {
        set(machine, Duration.ofHours(-1));

        assertThat(watch.isSetBack()).isTrue();
    }

    @Test
    void bearsACorrectionOfSeconds() {
        set(machine, Duration.ofSeconds(-9));

        assertThat(watch.isSetBack()).isFalse();
    }

    @Test
    void noticesAClockThatIsSetRightAfterItWasAhead() {
        set(machine, Duration.ofDays(400));
        assertThat(watch.isSetBack()).isFalse();

        set(machine, Duration.ofDays(-400));

        assertThat(watch.isSetBack()).isTrue();
    }

    private static void set(AtomicReference<Instant> clock, Duration ahead) {
        clock.updateAndGet(now -> now.plus(ahead));
    }
}
