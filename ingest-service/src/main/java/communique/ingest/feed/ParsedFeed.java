package communique.ingest.feed;

import communique.ingest.fetch.FetchReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of reading a feed. */
public sealed interface ParsedFeed {
    /**
     * A feed.
     *
     * @param title its title
     * @param ttl how long its publisher says it may be kept
     * @param entries its entries, in its order
     */
    record Feed(FeedForm form, Optional<String> title, Optional<Duration> ttl, List<FeedEntry> entries)
            implements ParsedFeed {}

    /**
     * A sitemap of sitemaps.
     *
     * @param sitemaps their addresses, the newest first where they are dated
     */
    record Index(List<String> sitemaps) implements ParsedFeed {}

    /**
     * A web page.
     *
     * @param feeds addresses of the feeds it names, in its order
     */
    record WebPage(List<String> feeds) implements ParsedFeed {}

    /** Not a feed. */
    record Unreadable(FetchReason reason, String detail) implements ParsedFeed {}
}
