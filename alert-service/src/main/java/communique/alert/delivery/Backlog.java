package communique.alert.delivery;

import communique.alert.delivery.Arrival.Position;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.Message;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one channel has still to deliver, and what is to be done next: all of a worker's decisions, without Kafka,
 * network or clock.
 *
 * <p>Alerts are tried in the order of the topic. One that failed waits for its next attempt while later ones go on, so
 * that an alert its receiver cannot digest holds up no other. Where the receiver asks to be left alone, all wait. When
 * a receiver that was down takes messages again, all that waited are due at once.
 */
final class Backlog {
    /** Alerts held at the same time; more are left on the topic. */
    private static final int CAPACITY = 500;

    /** Failures in a row that mean the receiver is down rather than one message bad. */
    private static final int DOWN = 2;

    private final ChannelConfig channel;
    private final RetrySchedule schedule;
    private final TreeMap<Position, Pending> pending = new TreeMap<>();
    private final Map<Integer, Long> read = new HashMap<>();
    private Instant restUntil = Instant.MIN;
    private int failuresInARow;

    private record Pending(Arrival arrival, int attempts, Instant due) {
        Alert alert() {
            return arrival.alert();
        }
    }

    /** An attempt to be made now. */
    record Attempt(Arrival arrival, Message message) {}

    /** A standing that changed and is to be recorded. */
    record Report(Arrival arrival, Delivery delivery) {}

    Backlog(ChannelConfig channel, RetrySchedule schedule) {
        this.channel = channel;
        this.schedule = schedule;
    }

    /**
     * Takes an alert from the topic.
     *
     * @param standing how its delivery stood before
     * @return what became of alerts that are not going to be sent
     */
    List<Report> offer(Arrival arrival, Standing standing, Instant now) {
        skip(arrival.position());
        Alert alert = arrival.alert();
        if (standing.covers(alert.getRevision()) || isOldNews(alert, standing)) {
            return List.of();
        }
        if (alert.getBackfill()) {
            return List.of(suppressed(arrival, SuppressionReason.BACKFILL, 0));
        }
        if (!channel.wants().accepts(alert)) {
            return List.of(suppressed(arrival, SuppressionReason.UNWANTED, 0));
        }
        boolean continues = standing.continues(alert.getRevision());
        Instant due = continues ? standing.nextAttempt().orElse(now) : now;
        pending.put(arrival.position(), new Pending(arrival, continues ? standing.attempts() : 0, due));
        return superseded();
    }

    /** Whether a later revision only added outlets to what was dealt with, or is about to be. */
    private boolean isOldNews(Alert alert, Standing standing) {
        boolean dealtWith = standing.covers(alert.getNewsRevision());
        return dealtWith
                || pending.values().stream()
                        .anyMatch(waiting -> waiting.alert().getId().equals(alert.getId())
                                && waiting.alert().getRevision() >= alert.getNewsRevision());
    }

    /** Goes past a record there is nothing to do for. */
    void skip(Position position) {
        read.merge(position.partition(), position.offset() + 1, Math::max);
    }

    /** Earlier revisions that failed and whose successor is there: the receiver needs only the latest. */
    private List<Report> superseded() {
        List<Report> reports = new ArrayList<>();
        for (Pending earlier : List.copyOf(pending.values())) {
            if (earlier.attempts() > 0 && hasSuccessor(earlier)) {
                pending.remove(earlier.arrival().position());
                reports.add(suppressed(earlier.arrival(), SuppressionReason.SUPERSEDED, earlier.attempts()));
            }
        }
        return reports;
    }

    private boolean hasSuccessor(Pending earlier) {
        return pending.values().stream()
                .anyMatch(other -> other.alert().getId().equals(earlier.alert().getId())
                        && other.alert().getRevision() > earlier.alert().getRevision());
    }

    private Report suppressed(Arrival arrival, SuppressionReason reason, int attempts) {
        Delivery delivery = delivery(arrival.alert(), DeliveryStatus.SUPPRESSED, attempts)
                .setReason(reason.tag())
                .build();
        return new Report(arrival, delivery);
    }

    /** The attempt that is due, if one is. */
    Optional<Attempt> next(Instant now) {
        if (now.isBefore(restUntil)) {
            return Optional.empty();
        }
        return pending.values().stream()
                .filter(entry -> !entry.due().isAfter(now))
                .findFirst()
                .map(entry -> new Attempt(entry.arrival(), new Message(entry.attempts() + 1, now, entry.alert())));
    }

    /**
     * Takes note of what came of an attempt.
     *
     * @param now when it ended
     * @return what is to be recorded, in this order
     */
    List<Report> settle(Attempt attempt, DeliveryOutcome outcome, Instant now) {
        restAtLeastUntil(now.plus(channel.pace()));
        Pending tried = pending.remove(attempt.arrival().position());
        Delivery.Builder delivery = attempted(attempt, outcome.reply(), now);
        if (outcome instanceof Delivered) {
            delivery.setStatus(DeliveryStatus.DELIVERED);
            recovered(now);
        } else if (outcome instanceof Rejected rejected) {
            delivery.setStatus(DeliveryStatus.REJECTED)
                    .setReason(rejected.reason().tag());
        } else if (outcome instanceof Retry retry) {
            delivery.setReason(retry.reason().tag());
            failed(tried, retry, now)
                    .ifPresentOrElse(
                            due -> delivery.setStatus(DeliveryStatus.RETRYING).setNextAttempt(due),
                            () -> delivery.setStatus(DeliveryStatus.REJECTED));
        }
        List<Report> reports = new ArrayList<>(List.of(new Report(attempt.arrival(), delivery.build())));
        reports.addAll(superseded());
        return reports;
    }

    private void recovered(Instant now) {
        if (failuresInARow >= DOWN) {
            pending.replaceAll((position, entry) ->
                    entry.due().isAfter(now) ? new Pending(entry.arrival(), entry.attempts(), now) : entry);
        }
        failuresInARow = 0;
    }

    /** Puts a failed alert back; returns when it is due again, or nothing where it is given up. */
    private Optional<Instant> failed(Pending tried, Retry retry, Instant now) {
        failuresInARow++;
        restAtLeastUntil(now.plus(RetrySchedule.rest(retry)));
        int attempts = tried.attempts() + 1;
        Optional<Instant> due = schedule.after(attempts, retry).map(now::plus);
        due.ifPresent(next -> pending.put(tried.arrival().position(), new Pending(tried.arrival(), attempts, next)));
        return due;
    }

    private void restAtLeastUntil(Instant time) {
        restUntil = time.isAfter(restUntil) ? time : restUntil;
    }

    private Delivery.Builder attempted(Attempt attempt, Reply reply, Instant now) {
        Message message = attempt.message();
        return delivery(message.alert(), DeliveryStatus.OTHER, message.attempt())
                .setStatusCode(reply.status().isPresent() ? reply.status().getAsInt() : null)
                .setAttempted(message.at())
                .setTookMillis(Duration.between(message.at(), now).toMillis());
    }

    private Delivery.Builder delivery(Alert alert, DeliveryStatus status, int attempts) {
        return Delivery.newBuilder()
                .setChannel(channel.name())
                .setAlertId(alert.getId())
                .setRevision(alert.getRevision())
                .setMessageId(Message.idOf(alert))
                .setStatus(status)
                .setAttempts(attempts);
    }

    /** How long nothing will be due, at most as long as given. */
    Duration idle(Instant now, Duration atMost) {
        return pending.values().stream()
                .map(Pending::due)
                .min(Comparator.naturalOrder())
                .map(due -> Duration.between(now, due.isAfter(restUntil) ? due : restUntil))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .filter(wait -> wait.compareTo(atMost) < 0)
                .orElse(atMost);
    }

    /** By partition, the offset up to which everything is delivered or given up. */
    Map<Integer, Long> done() {
        Map<Integer, Long> done = new HashMap<>(read);
        pending.keySet().forEach(position -> done.merge(position.partition(), position.offset(), Math::min));
        return done;
    }

    /** Lets go of a partition that another instance takes over. */
    void forget(int partition) {
        pending.keySet().removeIf(position -> position.partition() == partition);
        read.remove(partition);
    }

    boolean isFull() {
        return pending.size() >= CAPACITY;
    }

    int size() {
        return pending.size();
    }

    /** When the longest waiting alert was raised. */
    Optional<Instant> oldest() {
        return pending.values().stream().map(entry -> entry.arrival().since()).min(Comparator.naturalOrder());
    }
}
