package communique.alert.delivery;

import communique.alert.delivery.Arrival.Position;
import communique.alert.delivery.Gate.Admission;
import communique.alert.delivery.Gate.Admission.Suppress;
import communique.alert.delivery.Standing.Bundle;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.Message;
import communique.alert.route.Stop;
import communique.schemas.v1.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What one channel has still to deliver, and what is to be done next: all of a worker's decisions, without Kafka,
 * network or clock.
 *
 * <p>Alerts are tried in the order of the topic. One that failed waits for its next attempt while later ones go on, so
 * that an alert its receiver cannot digest holds up no other; unless the channel promises order. Where the receiver
 * asks to be left alone, or seems down, all wait. When it takes messages again, all that waited are due at once. Alerts
 * of a group are told together; a message that failed tells of the same alerts when it is tried again.
 */
final class Backlog {
    /** Alerts held at the same time; more are left on the topic. */
    private static final int CAPACITY = 500;

    /** Alerts told together at most; Slack's limits leave room for no more. */
    private static final int BUNDLE = 20;

    private final ChannelConfig channel;
    private final RetrySchedule schedule;
    private final Gate gate;
    private final Endpoint endpoint;
    private final Groups groups = new Groups();
    private final PendingAlerts pending = new PendingAlerts();
    private boolean caughtUp;

    /** An attempt to be made now. */
    record Attempt(List<Pending> members, Message message) {
        private boolean isFirstOfSeveral() {
            return members.size() > 1 && message.attempt() == 1;
        }
    }

    Backlog(ChannelConfig channel, RetrySchedule schedule, Gate gate, Endpoint endpoint) {
        this.channel = channel;
        this.schedule = schedule;
        this.gate = gate;
        this.endpoint = endpoint;
        endpoint.whenBack(pending::makeDue);
    }

    /**
     * Takes an alert from the topic.
     *
     * @param standing how its delivery stood before
     * @return what became of alerts that are not going to be sent
     */
    List<Report> offer(Arrival arrival, Standing standing, Instant now) {
        pending.skip(arrival.position());
        Alert alert = arrival.alert();
        if (standing.covers(alert.getRevision()) || isOldNews(alert, standing)) {
            return List.of();
        }
        boolean continues = standing.continues(alert.getRevision());
        int attempts = continues ? standing.attempts() : 0;
        Admission admission = gate.admit(alert, now);
        if (admission instanceof Suppress suppress) {
            return List.of(Report.suppressed(channel.name(), arrival, suppress, attempts, standing));
        }
        Stop stop = ((Admission.Send) admission).stop();
        Instant due = continues ? standing.nextAttempt().orElse(now) : groups.due(stop, arrival.since(), now);
        Optional<Bundle> bundle = continues && channel.groups() ? standing.bundle() : Optional.empty();
        pending.put(new Pending(arrival, stop, attempts, due, bundle, standing));
        return superseded();
    }

    /** Whether a later revision only added outlets to what was dealt with, or is about to be. */
    private boolean isOldNews(Alert alert, Standing standing) {
        return standing.covers(alert.getNewsRevision()) || pending.holds(alert.getId(), alert.getNewsRevision());
    }

    /** Goes past a record there is nothing to do for. */
    void skip(Position position) {
        pending.skip(position);
    }

    /** Says whether all that is on the topic was offered. */
    void caughtUp(boolean now) {
        caughtUp = now;
    }

    /**
     * Earlier revisions whose successor is there, and that failed or wait for their group: the receiver needs only the
     * latest. What is part of a message stays as it is: the same id tells the same.
     */
    private List<Report> superseded() {
        List<Report> reports = new ArrayList<>();
        for (Pending earlier : pending.withSuccessor()) {
            if ((earlier.attempts() > 0 || earlier.isGrouped())
                    && earlier.bundle().isEmpty()) {
                reports.add(withdrawn(earlier, Suppress.because(SuppressionReason.SUPERSEDED)));
            }
        }
        return reports;
    }

    /** Lets go of what waits and another channel is to tell instead; returns what is to be recorded. */
    List<Report> release(Predicate<Pending> takenOver) {
        return pending.all().stream()
                .filter(takenOver)
                .map(entry -> withdrawn(entry, Suppress.because(SuppressionReason.HANDED_OVER)))
                .toList();
    }

    private Report withdrawn(Pending entry, Suppress why) {
        pending.remove(entry);
        return Report.suppressed(channel.name(), entry.arrival(), why, entry.attempts(), entry.before());
    }

    /** The attempt that is due, if one is. */
    Optional<Attempt> next(Instant now) {
        if (!endpoint.isUsable(now)) {
            return Optional.empty();
        }
        Stream<Pending> candidates = channel.ordered() ? pending.first().stream() : pending.all().stream();
        return candidates
                .filter(entry -> isDue(entry, now) && isWhole(entry))
                .findFirst()
                .map(entry -> attempt(members(entry), now));
    }

    private static boolean isDue(Pending entry, Instant now) {
        return !entry.due().isAfter(now)
                && entry.stop().loud(now).filter(now::equals).isPresent();
    }

    /** Whether all alerts of its message are there; after a restart some may still be on the topic. */
    private boolean isWhole(Pending entry) {
        return caughtUp
                || entry.bundle().isEmpty()
                || pending.of(entry.bundle().get()).size()
                        == entry.bundle().get().size();
    }

    private List<Pending> members(Pending first) {
        if (first.bundle().isEmpty()) {
            List<Pending> group = pending.all().stream()
                    .filter(other -> other.equals(first) || other.mayJoin(first))
                    .limit(BUNDLE)
                    .toList();
            return group.contains(first) ? group : List.of(first);
        }
        List<Pending> members = pending.of(first.bundle().get());
        // A part of it is gone from the topic, so the message cannot be told again: its alerts are told one by one.
        return members.size() == first.bundle().get().size() ? members : List.of(first.alone());
    }

    private static Attempt attempt(List<Pending> members, Instant now) {
        Pending first = members.get(0);
        List<Alert> alerts = members.stream().map(Pending::alert).toList();
        String id = first.bundle().map(Bundle::messageId).orElseGet(() -> Message.idOf(alerts));
        Optional<String> follows = members.size() == 1 ? first.before().receipt() : Optional.empty();
        return new Attempt(members, new Message(id, first.attempts() + 1, now, alerts, Optional.empty(), follows));
    }

    /**
     * Takes back what somebody silenced since it was taken in. What was tried once is not taken back: it may have
     * arrived.
     *
     * @return what is to be recorded; where it is not empty the attempt is not to be made
     */
    List<Report> withdraw(Attempt attempt, Instant now) {
        List<Report> reports = new ArrayList<>();
        if (attempt.message().attempt() == 1) {
            attempt.members()
                    .forEach(member ->
                            gate.mute(member.alert(), now).ifPresent(why -> reports.add(withdrawn(member, why))));
        }
        return reports;
    }

    /**
     * What is to be recorded before an attempt: which alerts a message tells of, so that after a crash the same id
     * tells the same.
     */
    List<Report> intents(Attempt attempt) {
        if (!attempt.isFirstOfSeveral()) {
            return List.of();
        }
        return attempt.members().stream()
                .map(member -> Report.intended(channel.name(), member, attempt))
                .toList();
    }

    /**
     * Takes note of what came of an attempt.
     *
     * @param now when it ended
     * @return what is to be recorded, in this order
     */
    List<Report> settle(Attempt attempt, DeliveryOutcome outcome, Instant now) {
        Settlement settlement = Settlement.of(channel.name(), attempt.message(), outcome, schedule, now);
        List<Report> reports = new ArrayList<>();
        for (Pending member : attempt.members()) {
            pending.remove(member);
            reports.add(Report.settled(member, attempt, settlement));
            settlement.next().ifPresent(due -> pending.put(again(member, attempt, due)));
            if (outcome instanceof Delivered delivered) {
                pending.follow(member.alert().getId(), delivered.receipt());
            }
        }
        groups.told(attempt.members().get(0).stop(), now);
        endpoint.note(outcome, settlement.next(), now);
        reports.addAll(superseded());
        return reports;
    }

    private static Pending again(Pending member, Attempt attempt, Instant due) {
        int size = attempt.members().size();
        Optional<Bundle> bundle = size == 1
                ? Optional.empty()
                : Optional.of(new Bundle(attempt.message().id(), size));
        return member.again(attempt.message().attempt(), due, bundle);
    }

    /** What waits, in the order of the topic. */
    List<Pending> waiting() {
        return pending.all();
    }

    /** How long nothing will be due, at most as long as given. */
    Duration idle(Instant now, Duration atMost) {
        if (endpoint.disabled().isPresent()) {
            return atMost;
        }
        return pending.all().stream()
                .flatMap(entry -> entry.stop().loud(later(entry.due(), now)).stream())
                .min(Comparator.naturalOrder())
                .map(due -> Duration.between(now, later(due, endpoint.restUntil())))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .filter(wait -> wait.compareTo(atMost) < 0)
                .orElse(atMost);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** By partition, the offset up to which everything is delivered or given up. */
    Map<Integer, Long> done() {
        return pending.done();
    }

    /** Lets go of a partition that another instance takes over. */
    void forget(int partition) {
        pending.forget(partition);
    }

    boolean isFull() {
        return pending.size() >= CAPACITY;
    }

    int size() {
        return pending.size();
    }

    /** When the longest waiting alert was raised. */
    Optional<Instant> oldest() {
        return pending.oldest();
    }
}
