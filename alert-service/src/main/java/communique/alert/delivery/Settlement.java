package communique.alert.delivery;

import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Message;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryAttempt;
import communique.schemas.v1.DeliveryStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows from an attempt.
 *
 * @param status how the delivery stands now
 * @param reason why it failed
 * @param next when the next attempt is due, where there is one
 */
record Settlement(
        String channel,
        Message message,
        DeliveryOutcome outcome,
        Instant ended,
        DeliveryStatus status,
        Optional<FailureReason> reason,
        Optional<Instant> next) {
    /**
     * Judges an attempt.
     *
     * @param ended when it ended
     */
    static Settlement of(
            String channel, Message message, DeliveryOutcome outcome, RetrySchedule schedule, Instant ended) {
        if (outcome instanceof Delivered) {
            return new Settlement(
                    channel, message, outcome, ended, DeliveryStatus.DELIVERED, Optional.empty(), Optional.empty());
        }
        if (outcome instanceof Retry retry) {
            Optional<Instant> next = schedule.after(message.attempt(), retry).map(ended::plus);
            DeliveryStatus status = next.isPresent() ? DeliveryStatus.RETRYING : DeliveryStatus.REJECTED;
            return new Settlement(channel, message, outcome, ended, status, Optional.of(retry.reason()), next);
        }
        FailureReason reason = ((Rejected) outcome).reason();
        // The receiver is gone, not the message wrong: it is sent when somebody enables the channel again.
        boolean keep = reason == FailureReason.GONE;
        return new Settlement(
                channel,
                message,
                outcome,
                ended,
                keep ? DeliveryStatus.RETRYING : DeliveryStatus.REJECTED,
                Optional.of(reason),
                keep ? Optional.of(ended) : Optional.empty());
    }

    private Optional<String> tag() {
        return reason.map(FailureReason::tag);
    }

    private Integer statusCode() {
        return outcome.reply().status().isPresent() ? outcome.reply().status().getAsInt() : null;
    }

    private String snippet() {
        return outcome.reply().snippet().isEmpty() ? null : outcome.reply().snippet();
    }

    private long took() {
        return Duration.between(message.at(), ended).toMillis();
    }

    /** Fills a record of how the delivery stands. */
    Delivery.Builder fill(Delivery.Builder delivery) {
        Optional<String> receipt =
                outcome instanceof Delivered delivered ? delivered.receipt() : Optional.<String>empty();
        receipt.or(message::follows).ifPresent(delivery::setReceipt);
        return delivery.setChannel(channel)
                .setMessageId(message.id())
                .setStatus(status)
                .setAttempts(message.attempt())
                .setReason(tag().orElse(null))
                .setStatusCode(statusCode())
                .setSnippet(snippet())
                .setAttempted(message.at())
                .setTookMillis(took())
                .setNextAttempt(next.orElse(null));
    }

    /** An attempt as it is logged, from what was recorded of it. */
    static DeliveryAttempt logged(Delivery delivery, Message message, DeliveryOutcome outcome) {
        boolean givenUp = delivery.getStatus() == DeliveryStatus.REJECTED;
        Optional<String> payload =
                givenUp && outcome instanceof Rejected rejected ? rejected.payload() : Optional.empty();
        return DeliveryAttempt.newBuilder()
                .setChannel(delivery.getChannel())
                .setMessageId(message.id())
                .setAlertIds(message.alerts().stream().map(Alert::getId).toList())
                .setAttempt(message.attempt())
                .setAt(message.at())
                .setTookMillis(delivery.getTookMillis().orElse(0L))
                .setStatus(delivery.getStatus())
                .setReason(delivery.getReason().orElse(null))
                .setStatusCode(delivery.getStatusCode().orElse(null))
                .setSnippet(delivery.getSnippet().orElse(null))
                .setNextAttempt(delivery.getNextAttempt().orElse(null))
                .setPayload(payload.orElse(null))
                .build();
    }
}
