package communique.ingest.feed;

import communique.ingest.article.Content;
import communique.ingest.article.Dated;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells what of a feed is from the past, so that nobody is paged for it. An entry without a date may be either: where a
 * feed is read for the first time, the first few are taken for news, since feeds begin with what is new.
 */
final class Backlog {
    private static final int MOST_UNDATED = 10;

    /** As long as the topic of raw articles keeps them: what is older may have been sent, and be forgotten since. */
    static final Duration REMEMBERED = Duration.ofDays(7);

    private final Instant since;
    private final int mostUndated;
    private int undated;

    private Backlog(Instant since, int mostUndated) {
        this.since = since;
        this.mostUndated = mostUndated;
    }

    /**
     * The backlog of a feed that was never read whole.
     *
     * @param since what was published before is from the past
     */
    static Backlog first(Instant since) {
        return new Backlog(since, MOST_UNDATED);
    }

    /** The backlog of a feed that is known. */
    static Backlog later(Instant now) {
        return new Backlog(now.minus(REMEMBERED), Integer.MAX_VALUE);
    }

    /** Whether the next entry is from the past. */
    boolean isPast(Content content) {
        if (content.published().isEmpty()) {
            undated++;
            return undated > mostUndated;
        }
        return content.published().map(Dated::instant).filter(since::isAfter).isPresent();
    }
}
