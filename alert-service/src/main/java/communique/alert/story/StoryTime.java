package communique.alert.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How time passes for open stories: as records tell it, but never faster than it passes here. A record from far ahead
 * or a clock that jumps would else close every story at once, and whatever is said again would be news.
 */
final class StoryTime {
    /** How long the service may have been away before its stories stay open for longer. */
    private static final Duration ABSENCE = Duration.ofDays(1);

    private final InstantSource clock;
    private final Duration behind;
    private Instant now;

    /**
     * Time that goes on.
     *
     * @param clock a clock that nobody sets
     * @param latest the time reached before
     */
    StoryTime(InstantSource clock, Instant latest) {
        this.clock = clock;
        Instant expected = latest.plus(ABSENCE);
        Instant shown = clock.instant();
        behind = latest.equals(Instant.EPOCH) || shown.isBefore(expected)
                ? Duration.ZERO
                : Duration.between(expected, shown);
        now = latest;
    }

    /** The time when a record comes. */
    Instant at(Instant record) {
        Instant limit = clock.instant().minus(behind);
        Instant told = record.isBefore(limit) ? record : limit;
        now = told.isAfter(now) ? told : now;
        return now;
    }
}
