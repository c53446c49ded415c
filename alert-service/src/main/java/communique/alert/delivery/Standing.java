package communique.alert.delivery;

import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * How the delivery of an alert stands, as far as it decides what to do next.
 *
 * @param revision the revision last dealt with
 * @param settled whether that revision needs no further attempt
 * @param attempts attempts made at it
 * @param nextAttempt when the next is due
 */
record Standing(int revision, boolean settled, int attempts, Optional<Instant> nextAttempt) {
    /** Nothing was done yet. */
    static final Standing NONE = new Standing(0, true, 0, Optional.empty());

    static Standing of(Delivery delivery) {
        return new Standing(
                delivery.getRevision(),
                delivery.getStatus() != DeliveryStatus.RETRYING,
                delivery.getAttempts(),
                delivery.getNextAttempt());
    }

    /** Whether nothing is left to do for a revision. */
    boolean covers(int other) {
        return other < revision || (other == revision && settled);
    }

    /** Whether attempts at a revision are to be continued. */
    boolean continues(int other) {
        return other == revision && !settled;
    }
}
