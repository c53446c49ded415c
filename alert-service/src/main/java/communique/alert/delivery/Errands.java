package communique.alert.delivery;

import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.channel.Notice;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryRequest;
import communique.schemas.v1.DeliveryStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a channel has to send besides the alerts topic: replays, repeats, tests, notices, and what another channel could
 * not deliver. Each is sent once, retried like alerts, and under the id of its alert.
 */
final class Errands {
    private final String channel;
    private final RetrySchedule schedule;
    private final Endpoint endpoint;
    private final Map<String, Errand> waiting = new LinkedHashMap<>();

    private record Errand(DeliveryRequest request, int attempts, Instant due) {}

    /** An attempt to be made now. */
    record Attempt(DeliveryRequest request, Message message) {}

    Errands(String channel, RetrySchedule schedule, Endpoint endpoint) {
        this.channel = channel;
        this.schedule = schedule;
        this.endpoint = endpoint;
        endpoint.whenBack(this::makeDue);
    }

    /** What the standing of a request is kept under, besides the channel. */
    static String key(DeliveryRequest request) {
        return request.getAlert().map(alert -> alert.getId()).orElse("") + "@" + request.getId();
    }

    /**
     * Takes a request, unless it is settled.
     *
     * @param standing how it stood before
     */
    void offer(DeliveryRequest request, Standing standing) {
        if (!standing.isOver()) {
            waiting.putIfAbsent(
                    request.getId(),
                    new Errand(
                            request, standing.attempts(), standing.nextAttempt().orElse(request.getAt())));
        }
    }

    /** The attempt that is due, if one is. */
    Optional<Attempt> next(Instant now) {
        if (!endpoint.isUsable(now)) {
            return Optional.empty();
        }
        return waiting.values().stream()
                .filter(errand -> !errand.due().isAfter(now))
                .findFirst()
                .map(errand -> new Attempt(errand.request(), message(errand, now)));
    }

    private static Message message(Errand errand, Instant now) {
        DeliveryRequest request = errand.request();
        int attempt = errand.attempts() + 1;
        return request.getAlert()
                .map(alert -> new Message(attempt, now, alert))
                .orElseGet(() -> Message.of(
                        "msg_" + request.getId(),
                        attempt,
                        now,
                        new Notice(request.getTitle().orElse("Communique"), request.getLines(), request.getAt())));
    }

    /** Takes note of what came of an attempt; returns what is to be recorded. */
    Delivery settle(Attempt attempt, DeliveryOutcome outcome, Instant now) {
        Settlement settlement = Settlement.of(channel, attempt.message(), outcome, schedule, now);
        endpoint.note(outcome, settlement.next(), now);
        DeliveryRequest request = attempt.request();
        settlement
                .next()
                .ifPresentOrElse(
                        due -> waiting.put(
                                request.getId(),
                                new Errand(request, attempt.message().attempt(), due)),
                        () -> waiting.remove(request.getId()));
        return settlement.fill(delivery(request)).build();
    }

    /** Makes everything due that failed and waits for its next attempt. */
    private void makeDue(Instant now) {
        waiting.replaceAll((id, errand) -> errand.attempts() > 0 && errand.due().isAfter(now)
                ? new Errand(errand.request(), errand.attempts(), now)
                : errand);
    }

    /** Lets go of what need not be sent any more; returns what is to be recorded. */
    Delivery drop(Attempt attempt, SuppressionReason why) {
        waiting.remove(attempt.request().getId());
        return delivery(attempt.request())
                .setChannel(channel)
                .setMessageId(attempt.message().id())
                .setStatus(DeliveryStatus.SUPPRESSED)
                .setAttempts(0)
                .setReason(why.tag())
                .build();
    }

    private static Delivery.Builder delivery(DeliveryRequest request) {
        return Delivery.newBuilder()
                .setAlertId(request.getAlert().map(alert -> alert.getId()).orElse(""))
                .setRevision(
                        request.getAlert().map(alert -> alert.getRevision()).orElse(1))
                .setRequestId(request.getId());
    }

    /** How long nothing will be due, at most as long as given. */
    Duration idle(Instant now, Duration atMost) {
        if (endpoint.disabled().isPresent()) {
            return atMost;
        }
        return waiting.values().stream()
                .map(Errand::due)
                .min(Comparator.naturalOrder())
                .map(due -> Duration.between(now, due.isAfter(endpoint.restUntil()) ? due : endpoint.restUntil()))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .filter(wait -> wait.compareTo(atMost) < 0)
                .orElse(atMost);
    }

    int size() {
        return waiting.size();
    }

    void clear() {
        waiting.clear();
    }
}
