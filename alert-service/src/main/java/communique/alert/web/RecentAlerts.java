package communique.alert.web;

import communique.alert.store.RecordStore;
import communique.schemas.v1.Alert;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The latest revision of each alert, newest publication first, up to a number of them. In memory is what they are
 * listed and counted by. Not safe for use by several threads, but for {@link #read}.
 */
final class RecentAlerts {
    private final int capacity;
    private final RecordStore.Shelf<Alert> shelf;
    private final NavigableMap<Key, Row> byTime = new TreeMap<>();
    private final NavigableMap<Long, Row> byPosition = new TreeMap<>();
    private final Map<String, Row> byId = new HashMap<>();
    private final Map<String, List<String>> byStory = new HashMap<>();
    private long position = -1;

    /** Newest first; the id makes the order total. */
    private record Key(Instant published, String id) implements Comparable<Key> {
        private static final Comparator<Key> NEWEST_FIRST =
                Comparator.comparing(Key::published).thenComparing(Key::id).reversed();

        static Key of(Row row) {
            return new Key(row.published(), row.id());
        }

        @Override
        public int compareTo(Key other) {
            return NEWEST_FIRST.compare(this, other);
        }
    }

    /**
     * What is known of an alert without reading it.
     *
     * @param position where its latest revision stands on the topic
     * @param number of the record on the shelf
     */
    record Row(
            long position,
            long number,
            String id,
            String story,
            Instant published,
            List<String> speakers,
            String about,
            List<String> topics,
            String rule,
            String severity) {
        private static Row of(long position, long number, Alert alert) {
            return new Row(
                    position,
                    number,
                    alert.getId(),
                    alert.getStoryId(),
                    alert.getPublished(),
                    shared(alert.getSpeakers()),
                    alert.getAbout().intern(),
                    shared(alert.getTopics()),
                    alert.getRule().intern(),
                    alert.getSeverity().intern());
        }

        private static List<String> shared(List<String> codes) {
            return codes.stream().map(String::intern).toList();
        }
    }

    /** Nothing yet; of more alerts than {@code capacity} the earliest published are dropped. */
    RecentAlerts(int capacity, RecordStore store) {
        this.capacity = capacity;
        this.shelf = store.shelf(Alert.class);
    }

    /**
     * Takes in a revision.
     *
     * @param at where it stands on the topic
     * @return whether it was not known before
     */
    boolean put(long at, Alert alert) {
        if (at <= position) {
            return false;
        }
        remove(at, alert.getId());
        Row row = Row.of(at, shelf.add(alert), alert);
        byTime.put(Key.of(row), row);
        byPosition.put(at, row);
        byId.put(row.id(), row);
        byStory.merge(row.story(), List.of(row.id()), RecentAlerts::both);
        if (byTime.size() > capacity) {
            forget(byTime.lastEntry().getValue());
        }
        return true;
    }

    /** Drops an alert that is gone from the topic. */
    void remove(long at, String id) {
        position = Math.max(position, at);
        find(id).ifPresent(this::forget);
    }

    private void forget(Row row) {
        byTime.remove(Key.of(row));
        byPosition.remove(row.position());
        byId.remove(row.id());
        byStory.computeIfPresent(row.story(), (story, ids) -> without(ids, row.id()));
        shelf.remove(row.number());
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<String> without(List<String> ids, String gone) {
        List<String> left = ids.stream().filter(id -> !id.equals(gone)).toList();
        return left.isEmpty() ? null : left;
    }

    /** Those of a story. */
    List<Row> ofStory(String story) {
        return byStory.getOrDefault(story, List.of()).stream().map(byId::get).toList();
    }

    Optional<Row> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of them, newest first. */
    List<Row> all() {
        return List.copyOf(byTime.values());
    }

    /** Those after one of them, newest first. */
    List<Row> after(Row row) {
        return List.copyOf(byTime.tailMap(Key.of(row), false).values());
    }

    /** What came after a position of the topic, in the order in which it came. */
    List<Row> since(long after) {
        return List.copyOf(byPosition.tailMap(after, false).values());
    }

    /** The alert of a row; empty where there is a later revision by now, or it was dropped. */
    Optional<Alert> read(Row row) {
        return shelf.find(row.number());
    }

    /** The position of the latest record taken in; -1 where there was none. */
    long position() {
        return position;
    }

    int size() {
        return byTime.size();
    }
}
