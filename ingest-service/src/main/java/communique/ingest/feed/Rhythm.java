package communique.ingest.feed;

import communique.ingest.article.Dated;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often a feed has something new.
 *
 * @param newest when its newest article was published
 * @param gap usual time between two; empty where too few are dated
 */
record Rhythm(Instant newest, Optional<Duration> gap) {
    private static final int MOST_GAPS = 20;

    /** What the dates of entries show; dates of the future and of long ago say nothing. */
    static Optional<Rhythm> of(List<FeedEntry> entries, Instant now) {
        List<Instant> dates = entries.stream()
                .flatMap(entry -> entry.content().published().stream())
                .map(Dated::instant)
                .filter(date -> !date.isAfter(now) && date.isAfter(now.minus(Duration.ofDays(3650))))
                .sorted(Comparator.reverseOrder())
                .distinct()
                .limit(MOST_GAPS + 1)
                .toList();
        if (dates.isEmpty()) {
            return Optional.empty();
        }
        Instant newest = dates.get(0);
        Optional<Duration> gap = dates.size() < 2
                ? Optional.empty()
                : Optional.of(
                        Duration.between(dates.get(dates.size() - 1), newest).dividedBy(dates.size() - 1));
        return Optional.of(new Rhythm(newest, gap));
    }
}
