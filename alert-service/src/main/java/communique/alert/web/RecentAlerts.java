package communique.alert.web;

import communique.alert.view.AlertJson;
import communique.schemas.v1.Alert;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The latest revision of each alert, newest publication first, up to a number of them. Not safe for use by several
 * threads.
 */
final class RecentAlerts {
    private final int capacity;
    private final NavigableMap<Key, Entry> byTime = new TreeMap<>();
    private final NavigableMap<Long, Entry> byPosition = new TreeMap<>();
    private final Map<String, Entry> byId = new HashMap<>();
    private long position = -1;

    /** Newest first; the id makes the order total. */
    private record Key(Instant published, String id) implements Comparable<Key> {
        private static final Comparator<Key> NEWEST_FIRST =
                Comparator.comparing(Key::published).thenComparing(Key::id).reversed();

        @Override
        public int compareTo(Key other) {
            return NEWEST_FIRST.compare(this, other);
        }
    }

    /**
     * One alert.
     *
     * @param position where its latest revision stands on the topic
     * @param record the revision as it came
     * @param alert the same as JSON
     */
    record Entry(long position, Alert record, AlertJson alert) {
        private Instant published() {
            return record.getPublished();
        }

        private Key key() {
            return new Key(published(), alert.id());
        }
    }

    /** Nothing yet; of more alerts than {@code capacity} the earliest published are dropped. */
    RecentAlerts(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Takes in a revision.
     *
     * @param at where it stands on the topic
     * @return empty where it was known before
     */
    Optional<Entry> put(long at, Alert alert) {
        if (at <= position) {
            return Optional.empty();
        }
        remove(at, alert.getId());
        Entry entry = new Entry(at, alert, AlertJson.of(alert));
        byTime.put(entry.key(), entry);
        byPosition.put(at, entry);
        byId.put(alert.getId(), entry);
        if (byTime.size() > capacity) {
            forget(byTime.lastEntry().getValue());
        }
        return Optional.of(entry);
    }

    /** Drops an alert that is gone from the topic. */
    void remove(long at, String id) {
        position = Math.max(position, at);
        Optional.ofNullable(byId.get(id)).ifPresent(this::forget);
    }

    private void forget(Entry entry) {
        byTime.remove(entry.key());
        byPosition.remove(entry.position());
        byId.remove(entry.alert().id());
    }

    /**
     * A page of alerts, newest first.
     *
     * @param before id of the alert after which the page begins; empty for the newest
     * @param wanted which alerts are shown
     * @return empty where there is no such alert
     */
    Optional<List<AlertJson>> page(int limit, Optional<String> before, Predicate<AlertJson> wanted) {
        if (before.isEmpty()) {
            return Optional.of(first(byTime, limit, wanted));
        }
        return before.map(byId::get).map(entry -> first(byTime.tailMap(entry.key(), false), limit, wanted));
    }

    private static List<AlertJson> first(NavigableMap<Key, Entry> entries, int limit, Predicate<AlertJson> wanted) {
        return entries.values().stream()
                .map(Entry::alert)
                .filter(wanted)
                .limit(limit)
                .toList();
    }

    Optional<Entry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of them, newest first. */
    List<Entry> all() {
        return List.copyOf(byTime.values());
    }

    /** What came after a position of the topic, in the order in which it came. */
    List<Entry> since(long after) {
        return List.copyOf(byPosition.tailMap(after, false).values());
    }

    /** The position of the latest record taken in; -1 where there was none. */
    long position() {
        return position;
    }

    int size() {
        return byTime.size();
    }
}
