package communique.ingest.feed;

import java.util.Map;

/** Sources for tests. */
final class Sources {
    private Sources() {}

    static FeedSource feed(String id, String url) {
        return FeedSource.of(id, url, "Feed " + id, "PK", null, false, null, false, false, null, false, Map.of());
    }

    static FeedSource withHeaders(String id, String url, Map<String, String> headers) {
        return FeedSource.of(id, url, "Feed " + id, "PK", null, false, null, false, false, null, false, headers);
    }

    static FeedSource fullText(String id, String url) {
        return FeedSource.of(id, url, "Feed " + id, "PK", null, false, null, true, false, null, false, Map.of());
    }

    static FeedSource aggregator(String id, String url) {
        return FeedSource.of(id, url, "Feed " + id, null, null, false, null, false, true, null, false, Map.of());
    }

    static FeedSource tier(int tier) {
        return FeedSource.of(
                "ridge",
                "https://ridge.example/feed",
                null,
                null,
                null,
                false,
                null,
                false,
                false,
                tier,
                false,
                Map.of());
    }
}
