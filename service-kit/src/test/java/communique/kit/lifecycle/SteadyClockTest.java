package communique.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final Instant START = Instant.parse("2026-12-31T23:59:59Z");

    private final AtomicReference<Instant> machine = new AtomicReference<>(START);
    private final AtomicLong nanos = new AtomicLong(-5);
    private final InstantSource steady = new SteadyClock(machine::get, nanos::get);

    @Test
    void goesOnAsTimePasses() {
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThat(steady.instant()).isEqualTo("2027-01-01T00:00:01Z");
    }

    @Test
    void doesNotFollowAClockThatIsSet() {
        machine.set(START.plus(Duration.ofDays(400)));

        assertThat(steady.instant()).isEqualTo(START);
    }
}
