package communique.ingest.feed;

import communique.ingest.fetch.FetchReason;
import java.util.List;

/** What came of reading a feed. */
sealed interface ParsedFeed {
    /** A feed with its entries, in its order. */
    record Entries(List<FeedEntry> entries) implements ParsedFeed {}

    /** Not a feed. */
    record Unreadable(FetchReason reason, String detail) implements ParsedFeed {}
}
