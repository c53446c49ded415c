package communique.alert.delivery;

import communique.alert.delivery.Arrival.Position;
import communique.alert.delivery.Gate.Admission;
import communique.alert.delivery.Standing.Bundle;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.Message;
import communique.alert.route.Stop;
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
import java.util.stream.Stream;

/**
 * What one channel has still to deliver, and what is to be done next: all of a worker's decisions, without Kafka,
 * network or clock.
 *
 * <p>Alerts are tried in the order of the topic. One that failed waits for its next attempt while later ones go on, so
 * that an alert its receiver cannot digest holds up no other; unless the channel promises order. Where the receiver
 * asks to be left alone, all wait. When a receiver that was down takes messages again, all that waited are due at once.
 * Alerts of a group are told together; a message that failed tells of the same alerts when it is tried again.
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
    private final TreeMap<Position, Pending> pending = new TreeMap<>();
    private final Map<Integer, Long> read = new HashMap<>();
    private boolean caughtUp;

    /** An alert that waits. */
    record Pending(Arrival arrival, Stop stop, int attempts, Instant due, Optional<Bundle> bundle, Standing before) {
        Alert alert() {
            return arrival.alert();
        }

        Pending due(Instant time) {
            return new Pending(arrival, stop, attempts, time, bundle, before);
        }

        private Pending alone() {
            return new Pending(arrival, stop, attempts, due, Optional.empty(), before);
        }

        private boolean mayJoin(Pending first) {
            return attempts == 0
                    && bundle.isEmpty()
                    && !stop.grouping().by().isEmpty()
                    && stop.group().equals(first.stop.group());
        }
    }

    /** An attempt to be made now. */
    record Attempt(List<Pending> members, Message message) {
        Arrival arrival() {
            return members.get(0).arrival();
        }
    }

    /** A standing that changed and is to be recorded. */
    record Report(Arrival arrival, Delivery delivery) {}

    Backlog(ChannelConfig channel, RetrySchedule schedule, Gate gate, Endpoint endpoint) {
        this.channel = channel;
        this.schedule = schedule;
        this.gate = gate;
        this.endpoint = endpoint;
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
        boolean continues = standing.continues(alert.getRevision());
        Admission admission = gate.admit(alert, now);
        if (admission instanceof Admission.Suppress suppress) {
            return List.of(suppressed(arrival, suppress, continues ? standing.attempts() : 0, standing));
        }
        Stop stop = ((Admission.Send) admission).stop();
        Instant due = continues ? standing.nextAttempt().orElse(now) : groups.due(stop, arrival.since(), now);
        pending.put(
                arrival.position(),
                new Pending(
                        arrival,
                        stop,
                        continues ? standing.attempts() : 0,
                        due,
                        continues ? standing.bundle() : Optional.empty(),
                        standing));
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
        for (Pending earlier : List.copyOf(pending.values())) {
            boolean waits =
                    earlier.attempts() > 0 || !earlier.stop().grouping().by().isEmpty();
            if (waits && earlier.bundle().isEmpty() && hasSuccessor(earlier)) {
                pending.remove(earlier.arrival().position());
                Admission.Suppress later = new Admission.Suppress(SuppressionReason.SUPERSEDED, Optional.empty());
                reports.add(suppressed(earlier.arrival(), later, earlier.attempts(), earlier.before()));
            }
        }
        return reports;
    }

    private boolean hasSuccessor(Pending earlier) {
        return pending.values().stream()
                .anyMatch(other -> other.alert().getId().equals(earlier.alert().getId())
                        && other.alert().getRevision() > earlier.alert().getRevision());
    }

    private Report suppressed(Arrival arrival, Admission.Suppress why, int attempts, Standing before) {
        Delivery.Builder delivery = delivery(arrival.alert())
                .setMessageId(Message.idOf(arrival.alert()))
                .setStatus(DeliveryStatus.SUPPRESSED)
                .setAttempts(attempts)
                .setReason(why.reason().tag())
                .setReceipt(before.receipt().orElse(null))
                .setSilenceId(why.silenceId().orElse(null));
        return new Report(arrival, delivery.build());
    }

    /** The attempt that is due, if one is. */
    Optional<Attempt> next(Instant now) {
        if (!endpoint.isUsable(now)) {
            return Optional.empty();
        }
        Stream<Pending> candidates =
                channel.ordered() ? pending.values().stream().limit(1) : pending.values().stream();
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
        return entry.bundle().isEmpty()
                || caughtUp
                || bundled(entry.bundle().get()).size() == entry.bundle().get().size();
    }

    private List<Pending> bundled(Bundle bundle) {
        return pending.values().stream()
                .filter(other -> other.bundle().filter(bundle::equals).isPresent())
                .toList();
    }

    private List<Pending> members(Pending first) {
        if (first.bundle().isEmpty()) {
            List<Pending> group = pending.values().stream()
                    .filter(other -> other.equals(first) || other.mayJoin(first))
                    .limit(BUNDLE)
                    .toList();
            return group.contains(first) ? group : List.of(first);
        }
        List<Pending> members = bundled(first.bundle().get());
        // A part of it is gone from the topic, so the message cannot be told again: its alerts are told one by one.
        return members.size() == first.bundle().get().size() ? members : List.of(first.alone());
    }

    private Attempt attempt(List<Pending> members, Instant now) {
        Pending first = members.get(0);
        List<Alert> alerts = members.stream().map(Pending::alert).toList();
        String id = first.bundle().map(Bundle::messageId).orElseGet(() -> Message.idOf(alerts));
        return new Attempt(
                members,
                new Message(
                        id,
                        first.attempts() + 1,
                        now,
                        alerts,
                        Optional.empty(),
                        members.size() == 1 ? first.before().receipt() : Optional.empty()));
    }

    /**
     * What is to be recorded before an attempt: which alerts a message tells of, so that after a crash the same id
     * tells the same.
     */
    List<Report> intents(Attempt attempt) {
        if (attempt.members().size() == 1 || attempt.message().attempt() > 1) {
            return List.of();
        }
        return attempt.members().stream()
                .map(member -> new Report(
                        member.arrival(),
                        bundled(member, attempt)
                                .setMessageId(attempt.message().id())
                                .setStatus(DeliveryStatus.RETRYING)
                                .setAttempts(0)
                                .setNextAttempt(attempt.message().at())
                                .build()))
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
            pending.remove(member.arrival().position());
            reports.add(new Report(
                    member.arrival(), settlement.fill(bundled(member, attempt)).build()));
            settlement.next().ifPresent(due -> pending.put(member.arrival().position(), again(member, attempt, due)));
        }
        groups.told(attempt.members().get(0).stop(), now);
        if (outcome instanceof Delivered && endpoint.seemsDown()) {
            allAreDue(now);
        }
        endpoint.note(outcome, now);
        reports.addAll(superseded());
        return reports;
    }

    private static Pending again(Pending member, Attempt attempt, Instant due) {
        Optional<Bundle> bundle = attempt.members().size() == 1
                ? Optional.empty()
                : Optional.of(
                        new Bundle(attempt.message().id(), attempt.members().size()));
        return new Pending(member.arrival(), member.stop(), attempt.message().attempt(), due, bundle, member.before());
    }

    private void allAreDue(Instant now) {
        pending.replaceAll(
                (position, entry) -> entry.attempts() > 0 && entry.due().isAfter(now) ? entry.due(now) : entry);
    }

    private Delivery.Builder bundled(Pending member, Attempt attempt) {
        return delivery(member.alert())
                .setBundled(attempt.members().size())
                .setReceipt(member.before().receipt().orElse(null))
                .setGroup(
                        member.stop().grouping().by().isEmpty()
                                ? null
                                : member.stop().group());
    }

    private Delivery.Builder delivery(Alert alert) {
        return Delivery.newBuilder()
                .setChannel(channel.name())
                .setAlertId(alert.getId())
                .setRevision(alert.getRevision());
    }

    /** What waits, in the order of the topic. */
    List<Pending> waiting() {
        return List.copyOf(pending.values());
    }

    /** How long nothing will be due, at most as long as given. */
    Duration idle(Instant now, Duration atMost) {
        if (endpoint.disabled().isPresent()) {
            return atMost;
        }
        return pending.values().stream()
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
