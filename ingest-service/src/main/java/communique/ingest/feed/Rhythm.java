package communique.ingest.feed;

import communique.ingest.article.Dated;
import communique.schemas.v1.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often a feed has something new.
 *
 * @param newest when its newest article was published, or came where it has no date
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

    /** What the coming of news shows where entries have no dates: the last time between two weighs half. */
    static Rhythm ofArrival(Optional<Rhythm> before, Instant now) {
        Optional<Duration> last = before.map(known -> Duration.between(known.newest(), now));
        Optional<Duration> usual = before.flatMap(Rhythm::gap);
        return new Rhythm(
                now,
                last.map(time -> usual.map(gap -> gap.plus(time).dividedBy(2)).orElse(time)));
    }

    /** What a state of the source remembers. */
    static Optional<Rhythm> remembered(SourceState state) {
        return state.getNewest()
                .map(newest -> new Rhythm(newest, state.getGapMillis().map(Duration::ofMillis)));
    }
}
