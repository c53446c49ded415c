package communique.ingest.feed;

import communique.ingest.article.Content;
import communique.ingest.article.Dated;
import java.time.Instant;

/**
 * Tells what of a feed that is read for the first time is from the past. An entry without a date may be either: the
 * first few are taken for news, since feeds begin with what is new, the others are not.
 */
final class Backlog {
    private static final int MOST_UNDATED = 10;

    private final Instant since;
    private int undated;

    /**
     * The backlog of one reading.
     *
     * @param since what was published before is from the past
     */
    Backlog(Instant since) {
        this.since = since;
    }

    /** Whether the next entry is from the past. */
    boolean isPast(Content content) {
        if (content.published().isEmpty()) {
            undated++;
            return undated > MOST_UNDATED;
        }
        return content.published().map(Dated::instant).filter(since::isAfter).isPresent();
    }
}
