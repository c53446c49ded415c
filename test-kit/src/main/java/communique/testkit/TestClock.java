package communique.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; safe to share between threads. */
public final class TestClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A clock that shows a moment, such as {@code 2026-03-02T09:00:00Z}. */
    public static TestClock at(String moment) {
        return new TestClock(new AtomicReference<>(Instant.parse(moment)), ZoneOffset.UTC);
    }

    /** A clock that shows the moment at which the sample articles were fetched. */
    public static TestClock atFetchTime() {
        return at(Records.FETCHED.toString());
    }

    /** Moves it forward, or back by a negative duration. */
    public void advance(Duration duration) {
        now.updateAndGet(moment -> moment.plus(duration));
    }

    /** Sets it. */
    public void set(Instant moment) {
        now.set(moment);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, moving with this one, for another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(now, other);
    }
}
