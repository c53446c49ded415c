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
 * @param bundle the message it is part of, where that tells of several alerts
 * @param receipt what the receiver calls the first message about the alert
 * @param silenceId the silence that kept it from being sent
 */
record Standing(
        int revision,
        boolean settled,
        int attempts,
        Optional<Instant> nextAttempt,
        Optional<Bundle> bundle,
        Optional<String> receipt,
        Optional<String> silenceId) {
    /** Nothing was done yet. */
    static final Standing NONE = new Standing(0, true, 0, Optional.empty());

    /**
     * A message that tells of several alerts.
     *
     * @param messageId its id
     * @param size how many
     */
    record Bundle(String messageId, int size) {}

    Standing(int revision, boolean settled, int attempts, Optional<Instant> nextAttempt) {
        this(revision, settled, attempts, nextAttempt, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * As a record tells it.
     *
     * @param before how it stood before; a later record may not repeat the receipt
     */
    static Standing of(Delivery delivery, Standing before) {
        return new Standing(
                delivery.getRevision(),
                delivery.getStatus() != DeliveryStatus.RETRYING,
                delivery.getAttempts(),
                delivery.getNextAttempt(),
                Optional.of(delivery)
                        .filter(one -> one.getBundled() > 1)
                        .map(one -> new Bundle(one.getMessageId(), one.getBundled())),
                before.receipt().or(delivery::getReceipt),
                delivery.getSilenceId());
    }

    /** The same where the receiver called a message about the alert so, unless it had a name for the first before. */
    Standing named(Optional<String> message) {
        return new Standing(revision, settled, attempts, nextAttempt, bundle, receipt.or(() -> message), silenceId);
    }

    /** Whether something was done, and nothing is left to do. */
    boolean isOver() {
        return revision > 0 && settled;
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
