package communique.alert.delivery;

import communique.schemas.v1.Delivery;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the deliveries of one channel stand, by alert id; with @ and the request's id where there was one. What was not
 * touched for longest comes first, so that it is let go of when its alert is gone. Used by one thread.
 */
final class Standings {
    private final Map<String, Entry> byKey = new LinkedHashMap<>();
    private final Map<String, Set<String>> bySilence = new HashMap<>();

    private record Entry(Standing standing, Instant touched) {}

    Standing get(String key) {
        Entry entry = byKey.get(key);
        return entry == null ? Standing.NONE : entry.standing();
    }

    /** Takes in a record. */
    void put(String key, Delivery delivery, Instant now) {
        put(key, new Entry(Standing.of(delivery, get(key)), now));
    }

    /** Takes note that an alert is still there, also where nothing is to be done. */
    void touch(String key, Instant now) {
        Entry entry = byKey.get(key);
        if (entry != null) {
            put(key, new Entry(entry.standing(), now));
        }
    }

    private void put(String key, Entry entry) {
        remove(key);
        byKey.put(key, entry);
        entry.standing()
                .silenceId()
                .ifPresent(silence -> bySilence
                        .computeIfAbsent(silence, id -> new TreeSet<>())
                        .add(key));
    }

    void remove(String key) {
        Entry entry = byKey.remove(key);
        if (entry != null) {
            entry.standing()
                    .silenceId()
                    .ifPresent(silence -> bySilence.computeIfPresent(silence, (id, keys) -> without(key, keys)));
        }
    }

    private static Set<String> without(String key, Set<String> keys) {
        keys.remove(key);
        return keys.isEmpty() ? null : keys;
    }

    /** Lets go of what was not touched since. */
    void forgetBefore(Instant time) {
        List<String> old = byKey.entrySet().stream()
                .takeWhile(entry -> entry.getValue().touched().isBefore(time))
                .map(Map.Entry::getKey)
                .toList();
        old.forEach(this::remove);
    }

    /** What a silence kept back, in the order of the keys. */
    List<String> keptBy(String silenceId) {
        return List.copyOf(bySilence.getOrDefault(silenceId, Set.of()));
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }
}
