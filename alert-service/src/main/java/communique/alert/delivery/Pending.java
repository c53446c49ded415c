package communique.alert.delivery;

import communique.alert.delivery.Standing.Bundle;
import communique.alert.route.Stop;
import communique.schemas.v1.Alert;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert that waits for a channel.
 *
 * @param stop why and how it is to be told there
 * @param attempts made so far
 * @param due when the next is
 * @param bundle the message it is part of, where that tells of several alerts
 * @param before how its delivery stood when it was taken in
 */
record Pending(Arrival arrival, Stop stop, int attempts, Instant due, Optional<Bundle> bundle, Standing before) {
    Alert alert() {
        return arrival.alert();
    }

    Pending due(Instant time) {
        return new Pending(arrival, stop, attempts, time, bundle, before);
    }

    /** The same after another attempt. */
    Pending again(int made, Instant next, Optional<Bundle> message) {
        return new Pending(arrival, stop, made, next, message, before);
    }

    /** The same as a message of its own. */
    Pending alone() {
        return new Pending(arrival, stop, attempts, due, Optional.empty(), before);
    }

    /** The same as a follow-up to what the receiver called so. */
    Pending following(Optional<String> receipt) {
        return new Pending(arrival, stop, attempts, due, bundle, before.named(receipt));
    }

    boolean isGrouped() {
        return !stop.grouping().by().isEmpty();
    }

    /** Whether it may be told in the message of another, which is not tried yet. */
    boolean mayJoin(Pending first) {
        return attempts == 0 && bundle.isEmpty() && isGrouped() && stop.group().equals(first.stop.group());
    }
}
