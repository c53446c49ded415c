package communique.ingest.feed;

import communique.ingest.article.Content;
import communique.ingest.article.DateText;
import communique.ingest.article.Dated;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads sitemaps as sitemaps.org and Google's news extension describe them. A plain sitemap lists everything a site
 * ever had: where some addresses are news, the others are left out, and only the newest thousand are taken, which is
 * what a news sitemap may hold.
 */
final class Sitemap {
    private static final int MOST_ENTRIES = 1000;

    private Sitemap() {}

    static ParsedFeed read(FeedElement root) {
        if (root.name().equals("sitemapindex")) {
            return new ParsedFeed.Index(root.children("sitemap")
                    .sorted(Comparator.comparing(Sitemap::modified).reversed())
                    .flatMap(sitemap -> address(sitemap).stream())
                    .toList());
        }
        List<FeedElement> news = root.children("url").filter(Sitemap::isNews).toList();
        Stream<FeedElement> urls = news.isEmpty() ? root.children("url") : news.stream();
        List<FeedEntry> entries = urls.flatMap(url -> entry(url).stream())
                .sorted(Comparator.comparing(Sitemap::published).reversed())
                .limit(MOST_ENTRIES)
                .toList();
        return new ParsedFeed.Feed(FeedForm.SITEMAP, Optional.empty(), Optional.empty(), entries);
    }

    private static boolean isNews(FeedElement url) {
        return url.children("news:news").findAny().isPresent();
    }

    private static Optional<FeedEntry> entry(FeedElement url) {
        return address(url).map(address -> {
            Optional<FeedElement> news = url.children("news:news").findFirst();
            Optional<FeedElement> publication =
                    news.flatMap(element -> element.children("news:publication").findFirst());
            Optional<Dated> date = news.flatMap(element -> element.text("news:publication_date"))
                    .or(() -> url.text("lastmod"))
                    .flatMap(DateText::parse)
                    .map(Dated::byMetadata);
            return new FeedEntry(
                    Optional.empty(),
                    new Content(
                            Optional.of(address),
                            news.flatMap(element -> element.text("news:title")),
                            "",
                            publication.flatMap(element -> element.text("news:language")),
                            Optional.empty(),
                            date),
                    Optional.empty());
        });
    }

    private static Optional<String> address(FeedElement element) {
        return element.text("loc").flatMap(element::address);
    }

    private static Instant modified(FeedElement sitemap) {
        return sitemap.text("lastmod").flatMap(DateText::parse).orElse(Instant.EPOCH);
    }

    private static Instant published(FeedEntry entry) {
        return entry.content().published().map(Dated::instant).orElse(Instant.EPOCH);
    }
}
