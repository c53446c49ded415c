package communique.alert.ledger;

import communique.alert.store.RecordStore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * The latest record of each key, up to a number of them; the oldest by their time go first. In memory are their keys,
 * and a mark for each by which they can be counted unread. Safe for use by several threads.
 */
final class Recent<V extends SpecificRecord> {
    private final int capacity;
    private final RecordStore.Shelf<V> shelf;
    private final Map<String, Row> byKey = new HashMap<>();
    private final NavigableSet<Row> byAge =
            new TreeSet<>(Comparator.comparingLong(Row::time).thenComparingLong(Row::number));

    private record Row(String key, long time, long number, String mark) {}

    Recent(int capacity, RecordStore.Shelf<V> shelf) {
        this.capacity = capacity;
        this.shelf = shelf;
    }

    /** Takes in a record; null where it is deleted. */
    void put(long time, String key, V value) {
        put(time, key, value, "");
    }

    /** Takes in a record with a mark. */
    synchronized void put(long time, String key, V value, String mark) {
        forget(byKey.get(key));
        if (value != null) {
            Row row = new Row(key, time, shelf.add(value), mark);
            byKey.put(key, row);
            byAge.add(row);
        }
        if (byAge.size() > capacity) {
            forget(byAge.first());
        }
    }

    private void forget(Row row) {
        if (row != null) {
            byKey.remove(row.key());
            byAge.remove(row);
            shelf.remove(row.number());
        }
    }

    Optional<V> find(String key) {
        Row row;
        synchronized (this) {
            row = byKey.get(key);
        }
        return Optional.ofNullable(row).flatMap(found -> shelf.find(found.number()));
    }

    /** The latest of a kind, newest first. */
    List<V> latest(Predicate<V> kind, int limit) {
        return latest(key -> true, kind, limit);
    }

    /** The latest of a kind among those with some keys, newest first; no other is read. */
    List<V> latest(Predicate<String> keys, Predicate<V> kind, int limit) {
        return newestFirst().stream()
                .filter(row -> keys.test(row.key()))
                .flatMap(row -> shelf.find(row.number()).stream())
                .filter(kind)
                .limit(limit)
                .toList();
    }

    private synchronized List<Row> newestFirst() {
        return List.copyOf(byAge.descendingSet());
    }

    /** How many have a mark. */
    synchronized int count(String mark) {
        return (int)
                byKey.values().stream().filter(row -> row.mark().equals(mark)).count();
    }
}
