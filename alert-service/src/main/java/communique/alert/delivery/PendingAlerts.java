package communique.alert.delivery;

import communique.alert.delivery.Arrival.Position;
import communique.alert.delivery.Standing.Bundle;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The alerts that wait for a channel, in the order of the topic, and how far the topic is read. */
final class PendingAlerts {
    private final TreeMap<Position, Pending> byPosition = new TreeMap<>();
    private final Map<Integer, Long> read = new HashMap<>();

    void put(Pending entry) {
        byPosition.put(entry.arrival().position(), entry);
    }

    void remove(Pending entry) {
        byPosition.remove(entry.arrival().position());
    }

    /** Goes past a record. */
    void skip(Position position) {
        read.merge(position.partition(), position.offset() + 1, Math::max);
    }

    /** By partition, the offset up to which nothing waits. */
    Map<Integer, Long> done() {
        Map<Integer, Long> done = new HashMap<>(read);
        byPosition.keySet().forEach(position -> done.merge(position.partition(), position.offset(), Math::min));
        return done;
    }

    /** Lets go of a partition. */
    void forget(int partition) {
        byPosition.keySet().removeIf(position -> position.partition() == partition);
        read.remove(partition);
    }

    List<Pending> all() {
        return List.copyOf(byPosition.values());
    }

    Optional<Pending> first() {
        return byPosition.values().stream().findFirst();
    }

    /** The alerts of one message. */
    List<Pending> of(Bundle bundle) {
        return byPosition.values().stream()
                .filter(entry -> entry.bundle().filter(bundle::equals).isPresent())
                .toList();
    }

    /** Whether an alert waits in this revision or a later one. */
    boolean holds(String alertId, int revision) {
        return byPosition.values().stream()
                .anyMatch(entry ->
                        entry.alert().getId().equals(alertId) && entry.alert().getRevision() >= revision);
    }

    /** Entries of which a later revision waits too. */
    List<Pending> withSuccessor() {
        Map<String, Integer> latest = new HashMap<>();
        byPosition
                .values()
                .forEach(entry ->
                        latest.merge(entry.alert().getId(), entry.alert().getRevision(), Math::max));
        return byPosition.values().stream()
                .filter(entry ->
                        entry.alert().getRevision() < latest.get(entry.alert().getId()))
                .toList();
    }

    /** Makes everything due that failed and waits for its next attempt. */
    void makeDue(Instant now) {
        byPosition.replaceAll(
                (position, entry) -> entry.attempts() > 0 && entry.due().isAfter(now) ? entry.due(now) : entry);
    }

    /** Makes what waits about an alert follow what its receiver took. */
    void follow(String alertId, Optional<String> receipt) {
        byPosition.replaceAll(
                (position, entry) -> entry.alert().getId().equals(alertId) ? entry.following(receipt) : entry);
    }

    int size() {
        return byPosition.size();
    }

    /** When the longest waiting alert was raised. */
    Optional<Instant> oldest() {
        return byPosition.values().stream()
                .map(entry -> entry.arrival().since())
                .min(Comparator.naturalOrder());
    }
}
