package communique.ingest.feed;

import java.util.Map;

/** Sources for tests. */
final class Sources {
    private Sources() {}

    static FeedSource feed(String id, String url) {
        return FeedSource.of(id, url, "Feed " + id, "PK", null, false, null, false, false, Map.of());
    }

    static FeedSource fullText(String id, String url) {
        return FeedSource.of(id, url, "Feed " + id, "PK", null, false, null, true, false, Map.of());
    }

    static FeedSource aggregator(String id, String url) {
        return FeedSource.of(id, url, "Feed " + id, null, null, false, null, false, true, Map.of());
    }
}
