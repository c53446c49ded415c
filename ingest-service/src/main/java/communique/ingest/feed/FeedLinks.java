package communique.ingest.feed;

import communique.ingest.article.CanonicalUrl;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;

/** Finds the feeds a web page names. */
final class FeedLinks {
    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/json",
            "text/xml",
            "application/xml");

    private FeedLinks() {}

    /**
     * Their addresses, in the page's order.
     *
     * @param url where the page was found
     */
    static List<String> in(String html, String url) {
        return Jsoup.parse(html).select("link[rel~=(?i)alternate][href]").stream()
                .filter(link -> TYPES.contains(link.attr("type").strip().toLowerCase(Locale.ROOT)))
                .flatMap(link -> CanonicalUrl.resolve(url, link.attr("href")).stream())
                .distinct()
                .toList();
    }
}
