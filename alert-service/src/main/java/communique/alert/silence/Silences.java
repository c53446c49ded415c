package communique.alert.silence;

import communique.alert.route.Matcher;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Silence;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The silences there are, as the topic has them. Safe for use by several threads. */
public final class Silences {
    private final Map<String, Entry> byId = new ConcurrentHashMap<>();

    private record Entry(Silence silence, List<Matcher> matchers) {
        boolean mutes(Alert alert, Instant now) {
            return isActive(silence, now) && matchers.stream().allMatch(matcher -> matcher.matches(alert));
        }
    }

    /** Whether a silence holds at a moment. */
    public static boolean isActive(Silence silence, Instant now) {
        return !now.isBefore(silence.getStarts()) && now.isBefore(silence.getEnds());
    }

    /**
     * Takes in a record of the topic.
     *
     * @param silence null where it was deleted
     */
    public void put(String id, Silence silence) {
        if (silence == null) {
            byId.remove(id);
            return;
        }
        byId.put(
                id,
                new Entry(
                        silence, silence.getMatchers().stream().map(Matcher::of).toList()));
    }

    /** The silence that keeps people from being told of an alert at a moment. */
    public Optional<Silence> muting(Alert alert, Instant now) {
        return byId.values().stream()
                .filter(entry -> entry.mutes(alert, now))
                .map(Entry::silence)
                .max(Comparator.comparing(Silence::getEnds));
    }

    /** One silence. */
    public Optional<Silence> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(Entry::silence);
    }

    /** All of them, those that end last first. */
    public List<Silence> all() {
        return byId.values().stream()
                .map(Entry::silence)
                .sorted(Comparator.comparing(Silence::getEnds)
                        .thenComparing(Silence::getId)
                        .reversed())
                .toList();
    }
}
