package communique.alert.delivery;

import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed attempt is followed by another.
 *
 * @param waits one after each attempt; when they are used up there is no other
 * @param random spreads attempts, so that many that failed together do not come back together
 */
record RetrySchedule(List<Duration> waits, RandomGenerator random) {
    /** Svix's spread. */
    private static final double JITTER = 0.2;

    /** A receiver cannot put us off for longer. */
    private static final Duration LONGEST_REQUEST = Duration.ofHours(24);

    /**
     * The wait after a failed attempt, at least as long as the receiver asks for.
     *
     * @param attempts attempts made so far, at least 1
     * @return empty where the alert is to be given up
     */
    Optional<Duration> after(int attempts, Retry failure) {
        if (attempts > waits.size()) {
            return Optional.empty();
        }
        Duration spread = spread(waits.get(attempts - 1));
        return Optional.of(longer(spread, rest(failure)));
    }

    /** How long the receiver as a whole is to be left alone after a failure. */
    static Duration rest(Retry failure) {
        if (failure.notBefore().isZero()) {
            return failure.reason().leastWait();
        }
        return failure.notBefore().compareTo(LONGEST_REQUEST) > 0 ? LONGEST_REQUEST : failure.notBefore();
    }

    private Duration spread(Duration wait) {
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
