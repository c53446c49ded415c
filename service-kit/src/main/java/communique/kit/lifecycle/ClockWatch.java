package communique.kit.lifecycle;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Notices that the machine's clock is set back. Kafka's clients, and whatever else notes when it is to act next, then
 * wait for the time to come that they know, and a stream commits nothing meanwhile.
 */
final class ClockWatch {
    /** A wait that long does no harm. */
    private static final Duration BEARABLE = Duration.ofSeconds(10);

    private final InstantSource machine;
    private final InstantSource steady;
    private Duration furthestAhead = Duration.ZERO;

    /** Of the machine's clock, beside one that nobody sets. */
    ClockWatch(InstantSource machine, InstantSource steady) {
        this.machine = machine;
        this.steady = steady;
    }

    /** Whether it was set back by more than can be waited out. */
    boolean isSetBack() {
        Duration ahead = Duration.between(steady.instant(), machine.instant());
        furthestAhead = ahead.compareTo(furthestAhead) > 0 ? ahead : furthestAhead;
        return furthestAhead.minus(ahead).compareTo(BEARABLE) > 0;
    }
}
