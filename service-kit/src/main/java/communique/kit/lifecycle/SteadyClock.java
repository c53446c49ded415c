package communique.kit.lifecycle;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Shows what another clock showed when this one was made, and how long that is ago: it does not jump when that is set.
 */
public final class SteadyClock implements InstantSource {
    private final LongSupplier nanos;
    private final Instant startedAt;
    private final long startedNanos;

    /** A clock that goes on from what another shows now. */
    public SteadyClock(InstantSource clock) {
        this(clock, System::nanoTime);
    }

    SteadyClock(InstantSource clock, LongSupplier nanos) {
        this.nanos = nanos;
        this.startedAt = clock.instant();
        this.startedNanos = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return startedAt.plusNanos(nanos.getAsLong() - startedNanos);
    }
}
