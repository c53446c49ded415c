package communique.alert.delivery;

import communique.alert.route.Stop;
import communique.schemas.v1.Alert;
import communique.schemas.v1.DeliveryRequest;
import communique.schemas.v1.RequestReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Has alerts told again that nobody took note of, where their route asks for it; under the id they have. What is asked
 * for stands on the requests topic, so that a restart forgets none.
 */
final class Reminders {
    /** What nobody took note of for so long nobody will. */
    private static final Duration AT_MOST = Duration.ofDays(3);

    private final String channel;
    private final Shared shared;

    Reminders(String channel, Shared shared) {
        this.channel = channel;
        this.shared = shared;
    }

    /** The next time an alert is to be told that was told now; in no quiet hour. */
    Optional<DeliveryRequest> after(Alert alert, Stop stop, Instant now) {
        Duration repeat = stop.grouping().repeat();
        if (repeat.isZero()) {
            return Optional.empty();
        }
        return stop.loud(now.plus(repeat))
                .filter(due -> !due.isAfter(alert.getUpdated().plus(AT_MOST)))
                .map(due -> repeat(alert, stop, due));
    }

    private DeliveryRequest repeat(Alert alert, Stop stop, Instant due) {
        return DeliveryRequest.newBuilder()
                .setId("repeat_" + channel + "_" + alert.getId() + "_" + alert.getRevision() + "_" + due.toEpochMilli())
                .setChannel(channel)
                .setReason(RequestReason.REPEAT)
                .setRequestedBy("repeat_interval of " + stop.path())
                .setAt(due)
                .setAlert(alert)
                .build();
    }

    /** The next time an alert is to be told that was told again. */
    Optional<DeliveryRequest> after(DeliveryRequest repeat, Instant now) {
        return repeat.getAlert()
                .filter(alert -> repeat.getReason() == RequestReason.REPEAT)
                .flatMap(alert -> shared.plan().get().stop(alert, channel).flatMap(stop -> after(alert, stop, now)));
    }

    /**
     * Why a repeat is not needed any more.
     *
     * @param standing how the delivery of its alert stands
     */
    Optional<SuppressionReason> lapsed(DeliveryRequest request, Standing standing, Instant now) {
        if (request.getReason() != RequestReason.REPEAT || request.getAlert().isEmpty()) {
            return Optional.empty();
        }
        Alert alert = request.getAlert().get();
        if (shared.acknowledged().getOrDefault(alert.getId(), 0) >= alert.getRevision()) {
            return Optional.of(SuppressionReason.ACKNOWLEDGED);
        }
        if (standing.revision() > alert.getRevision()) {
            return Optional.of(SuppressionReason.SUPERSEDED);
        }
        return shared.silences().muting(alert, now).map(silence -> SuppressionReason.SILENCED);
    }
}
