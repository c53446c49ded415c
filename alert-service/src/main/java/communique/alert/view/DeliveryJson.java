package communique.alert.view;

import communique.schemas.v1.Delivery;
import java.time.Instant;
import java.util.List;

/**
 * How the delivery of an alert to a channel stands.
 *
 * @param channel name of the channel
 * @param alertId the alert; empty for a notice
 * @param revision the revision
 * @param messageId id of the message
 * @param status DELIVERED, RETRYING, REJECTED or SUPPRESSED
 * @param attempts attempts so far
 * @param reason why it failed or was not sent
 * @param statusCode HTTP status
 * @param attempted when it was last tried
 * @param nextAttempt when it is tried next
 * @param tookMillis how long the last attempt took
 * @param group what the alerts of its message have in common
 * @param silenceId the silence that kept it back
 * @param requestId the request it answers
 * @param snippet the beginning of what the receiver said
 */
public record DeliveryJson(
        String channel,
        String alertId,
        int revision,
        String messageId,
        String status,
        int attempts,
        String reason,
        Integer statusCode,
        String attempted,
        String nextAttempt,
        Long tookMillis,
        String group,
        String silenceId,
        String requestId,
        String snippet) {
    /** As a record tells it. */
    public static DeliveryJson of(Delivery delivery) {
        return new DeliveryJson(
                delivery.getChannel(),
                delivery.getAlertId(),
                delivery.getRevision(),
                delivery.getMessageId(),
                delivery.getStatus().name(),
                delivery.getAttempts(),
                delivery.getReason().orElse(null),
                delivery.getStatusCode().orElse(null),
                delivery.getAttempted().map(Instant::toString).orElse(null),
                delivery.getNextAttempt().map(Instant::toString).orElse(null),
                delivery.getTookMillis().orElse(null),
                delivery.getGroup().orElse(null),
                delivery.getSilenceId().orElse(null),
                delivery.getRequestId().orElse(null),
                delivery.getSnippet().orElse(null));
    }

    /** As records tell it. */
    public static List<DeliveryJson> of(List<Delivery> deliveries) {
        return deliveries.stream().map(DeliveryJson::of).toList();
    }
}
