package communique.alert.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The latest records of each key, up to a number of them. Safe for use by several threads. */
final class Recent<V> {
    private final int capacity;
    private final Map<String, V> byKey = new LinkedHashMap<>();

    Recent(int capacity) {
        this.capacity = capacity;
    }

    /** Takes in a record; null where it is deleted. */
    synchronized void put(String key, V value) {
        byKey.remove(key);
        if (value != null) {
            byKey.put(key, value);
        }
        if (byKey.size() > capacity) {
            Iterator<String> oldest = byKey.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized Optional<V> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The latest of a kind, newest first. */
    synchronized List<V> latest(Predicate<V> kind, int limit) {
        List<V> all = new ArrayList<>(byKey.values());
        List<V> latest = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && latest.size() < limit; i--) {
            if (kind.test(all.get(i))) {
                latest.add(all.get(i));
            }
        }
        return latest;
    }
}
