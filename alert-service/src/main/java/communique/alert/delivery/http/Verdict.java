package communique.alert.delivery.http;

import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import java.time.Duration;
import java.util.Optional;

/** The one place that says what an HTTP status means for a delivery. */
public final class Verdict {
    private Verdict() {}

    /**
     * The outcome of an attempt that was answered.
     *
     * @param status HTTP status
     * @param notBefore what the Retry-After header asks for
     */
    public static DeliveryOutcome of(int status, Duration notBefore, Reply reply) {
        return switch (status / 100) {
            case 2 -> new Delivered(reply);
            // A redirect may be a receiver under maintenance, so it is worth another attempt.
            case 3 -> new Retry(FailureReason.REDIRECT, notBefore, reply);
            case 4 -> clientError(status, notBefore, reply);
            default -> new Retry(FailureReason.SERVER_ERROR, notBefore, reply);
        };
    }

    /**
     * What the receiver asks for in words, whatever its status.
     *
     * @param header value of the header webhook-delivery
     * @see <a href="https://github.com/standard-webhooks/standard-webhooks/pull/291">the proposal</a>
     */
    static Optional<DeliveryOutcome> wished(String header, Reply reply) {
        return switch (header == null ? "" : header.strip()) {
            case "disable" -> Optional.of(new Rejected(FailureReason.GONE, reply));
            case "abort-message" -> Optional.of(new Rejected(FailureReason.CLIENT_ERROR, reply));
            default -> Optional.empty();
        };
    }

    private static DeliveryOutcome clientError(int status, Duration notBefore, Reply reply) {
        return switch (status) {
            case 401, 403 -> new Rejected(FailureReason.AUTH_ERROR, reply);
            case 408 -> new Retry(FailureReason.TIMEOUT, notBefore, reply);
            case 410 -> new Rejected(FailureReason.GONE, reply);
            case 425 -> new Retry(FailureReason.CLIENT_ERROR, notBefore, reply);
            case 429 -> new Retry(FailureReason.RATE_LIMITED, notBefore, reply);
            default -> new Rejected(FailureReason.CLIENT_ERROR, reply);
        };
    }
}
