package communique.alert.ledger;

import communique.alert.store.RecordStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * The latest records of each key, up to a number of them. In memory are their keys, and a mark for each by which they
 * can be counted unread. Safe for use by several threads.
 */
final class Recent<V extends SpecificRecord> {
    private final int capacity;
    private final RecordStore.Shelf<V> shelf;
    private final Map<String, Row> byKey = new LinkedHashMap<>();

    private record Row(String key, long number, String mark) {}

    Recent(int capacity, RecordStore.Shelf<V> shelf) {
        this.capacity = capacity;
        this.shelf = shelf;
    }

    /** Takes in a record; null where it is deleted. */
    void put(String key, V value) {
        put(key, value, "");
    }

    /** Takes in a record with a mark. */
    synchronized void put(String key, V value, String mark) {
        forget(byKey.remove(key));
        if (value != null) {
            byKey.put(key, new Row(key, shelf.add(value), mark));
        }
        if (byKey.size() > capacity) {
            Iterator<Row> oldest = byKey.values().iterator();
            forget(oldest.next());
            oldest.remove();
        }
    }

    private void forget(Row row) {
        if (row != null) {
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

    private List<Row> newestFirst() {
        List<Row> rows;
        synchronized (this) {
            rows = new ArrayList<>(byKey.values());
        }
        Collections.reverse(rows);
        return rows;
    }

    /** How many have a mark. */
    synchronized int count(String mark) {
        return (int)
                byKey.values().stream().filter(row -> row.mark().equals(mark)).count();
    }
}
