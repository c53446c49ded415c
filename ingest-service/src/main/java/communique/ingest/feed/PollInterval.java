package communique.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Time from one poll of a healthy feed to the next. A busy feed is polled up to three times as often as usual, a quiet
 * one less often, down to half the usual for tier 2 and a quarter for tier 3; a feed of tier 1 is never polled less
 * often than usual. What publisher and server ask for is honoured within the same bounds.
 */
final class PollInterval {
    private static final int BUSIEST = 3;
    private static final int GAPS_BETWEEN_POLLS = 2;
    private static final Duration QUIET = Duration.ofDays(7);
    private static final Duration QUIETER = Duration.ofDays(14);

    private PollInterval() {}

    /**
     * The interval.
     *
     * @param source what is configured; an interval of its own stands as it is
     * @param usual interval of feeds of which nothing is known
     * @param asked what publisher or server ask for
     */
    static Duration of(
            FeedSource source, Duration usual, Optional<Rhythm> rhythm, Optional<Duration> asked, Instant now) {
        if (source.interval().isPresent()) {
            return source.interval().get();
        }
        Duration longest = usual.multipliedBy(1L << (source.tier() - 1));
        Duration own = rhythm.map(known -> byRhythm(known, longest, now)).orElse(usual);
        Duration wanted = asked.filter(time -> time.compareTo(own) > 0).orElse(own);
        return clamp(wanted, usual.dividedBy(BUSIEST), longest);
    }

    private static Duration byRhythm(Rhythm rhythm, Duration longest, Instant now) {
        Duration silence = Duration.between(rhythm.newest(), now);
        if (silence.compareTo(QUIETER) > 0) {
            return longest;
        }
        if (silence.compareTo(QUIET) > 0) {
            return longest.dividedBy(2);
        }
        return rhythm.gap().map(gap -> gap.dividedBy(GAPS_BETWEEN_POLLS)).orElse(longest);
    }

    private static Duration clamp(Duration wanted, Duration shortest, Duration longest) {
        if (wanted.compareTo(shortest) < 0) {
            return shortest;
        }
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }
}
