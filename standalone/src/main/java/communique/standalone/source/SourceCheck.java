package communique.standalone.source;

import communique.ingest.article.Dated;
import communique.ingest.feed.FeedFetcher;
import communique.ingest.feed.FeedSource;
import communique.ingest.feed.ParsedFeed;
import communique.ingest.fetch.FetchOutcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What one feed answered.
 *
 * @param outcome its form, or why there is none
 * @param entries how many it has
 * @param newest when the newest of them was published
 */
record SourceCheck(FeedSource source, String outcome, int entries, Optional<Instant> newest) {
    private static final String FORM = "%-28s %-20s %7s  %-20s  %s";

    /** Names of the columns. */
    static final String HEADER = String.format(Locale.ROOT, FORM, "id", "outcome", "entries", "newest", "url");

    /** Tries a feed. */
    static SourceCheck of(FeedSource source, FeedFetcher feeds) {
        FetchOutcome outcome = feeds.fetch(source, Optional.empty());
        if (!(outcome instanceof FetchOutcome.Fresh fresh)) {
            return new SourceCheck(source, outcome.reason().tag(), 0, Optional.empty());
        }
        FeedFetcher.Found found = feeds.read(source, fresh, true);
        if (found.feed() instanceof ParsedFeed.Feed feed) {
            Optional<Instant> newest = feed.entries().stream()
                    .flatMap(entry -> entry.content().published().stream())
                    .map(Dated::instant)
                    .max(Comparator.naturalOrder());
            return new SourceCheck(
                    source,
                    feed.form().name().toLowerCase(Locale.ROOT),
                    feed.entries().size(),
                    newest);
        }
        return new SourceCheck(
                source, ((ParsedFeed.Unreadable) found.feed()).reason().tag(), 0, Optional.empty());
    }

    /** Whether it has entries. */
    boolean isWell() {
        return entries > 0;
    }

    /** A line of the table. */
    String line() {
        return String.format(
                Locale.ROOT,
                FORM,
                source.id(),
                outcome,
                entries,
                newest.map(Instant::toString).orElse("-"),
                source.url());
    }
}
