package communique.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with a source for long enough that people should know; told once, and once when it is over. */
public enum Trouble {
    /** Nothing. */
    NONE,
    /** Several polls in a row failed. */
    FAILING,
    /** The server says it is gone for good; it is looked for once a month. */
    GONE,
    /** It answers, and has had nothing new for much longer than usual. */
    SILENT;

    private static final int MANY_FAILURES = 5;
    private static final int MANY_GAPS = 10;
    private static final Duration SHORTEST_SILENCE = Duration.ofDays(1);

    /**
     * The trouble of a source after a poll.
     *
     * @param former its trouble before: a failure or two neither begin nor end one
     */
    static Trouble of(boolean gone, int failures, Trouble former, Optional<Rhythm> rhythm, Instant now) {
        if (gone) {
            return GONE;
        }
        if (failures >= MANY_FAILURES) {
            return FAILING;
        }
        if (failures > 0) {
            return former;
        }
        return rhythm.filter(known -> isSilent(known, now)).isPresent() ? SILENT : NONE;
    }

    /** The trouble a record names. */
    static Trouble named(String tag) {
        return Stream.of(values())
                .filter(trouble -> trouble.tag().equals(tag))
                .findFirst()
                .orElse(NONE);
    }

    private static boolean isSilent(Rhythm rhythm, Instant now) {
        return rhythm.gap()
                .map(gap -> longer(gap.multipliedBy(MANY_GAPS)))
                .filter(patience -> rhythm.newest().plus(patience).isBefore(now))
                .isPresent();
    }

    private static Duration longer(Duration patience) {
        return patience.compareTo(SHORTEST_SILENCE) > 0 ? patience : SHORTEST_SILENCE;
    }

    /** The word as tags and records spell it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
