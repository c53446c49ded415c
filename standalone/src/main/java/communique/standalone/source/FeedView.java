package communique.standalone.source;

import communique.ingest.article.Content;
import communique.ingest.article.Dated;
import communique.ingest.feed.FeedEntry;
import communique.ingest.feed.ParsedFeed;
import communique.schemas.v1.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a feed that was read is shown. */
final class FeedView {
    private FeedView() {}

    /** As people read it. */
    static String text(Path file, ParsedFeed parsed) {
        Map<String, Object> view = outcome(parsed);
        StringBuilder text = new StringBuilder(file + ": " + view.remove("outcome") + line(view) + "\n");
        if (parsed instanceof ParsedFeed.Feed feed) {
            feed.entries().forEach(entry -> text.append(entry(entry)));
        }
        return text.toString();
    }

    private static String line(Map<String, Object> view) {
        StringBuilder line = new StringBuilder();
        view.forEach((name, value) -> line.append(", ").append(name).append(' ').append(value));
        return line.toString();
    }

    private static String entry(FeedEntry entry) {
        Content content = entry.content();
        String date =
                content.published().map(Dated::instant).map(Instant::toString).orElse("undated");
        return "  " + date + "  " + content.title().orElse("(no title)") + "\n      "
                + content.url().or(entry::guid).orElse("(no address)") + ", "
                + content.body().length() + " characters\n";
    }

    /** As programs read it. */
    static Map<String, Object> json(Path file, ParsedFeed parsed) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("file", file.toString());
        view.putAll(outcome(parsed));
        if (parsed instanceof ParsedFeed.Feed feed) {
            view.put("entries", feed.entries().stream().map(FeedView::json).toList());
        }
        return view;
    }

    private static Map<String, Object> json(FeedEntry entry) {
        Content content = entry.content();
        Map<String, Object> view = new LinkedHashMap<>();
        put(view, "guid", entry.guid());
        put(view, "url", content.url());
        put(view, "title", content.title());
        put(view, "published", content.published().map(Dated::instant).map(Instant::toString));
        put(view, "language", content.language());
        put(view, "author", content.author());
        put(view, "outlet", entry.outlet().map(Source::getName));
        view.put("text", content.body());
        return view;
    }

    private static Map<String, Object> outcome(ParsedFeed parsed) {
        Map<String, Object> view = new LinkedHashMap<>();
        if (parsed instanceof ParsedFeed.Feed feed) {
            view.put("outcome", feed.form().name().toLowerCase(Locale.ROOT));
            put(view, "title", feed.title());
            view.put("entries", feed.entries().size());
        } else if (parsed instanceof ParsedFeed.Index index) {
            view.put("outcome", "sitemap_index");
            view.put("sitemaps", index.sitemaps());
        } else if (parsed instanceof ParsedFeed.WebPage page) {
            view.put("outcome", "html");
            view.put("feeds", page.feeds());
        } else if (parsed instanceof ParsedFeed.Unreadable unreadable) {
            view.put("outcome", unreadable.reason().tag());
            view.put("detail", unreadable.detail());
        }
        return view;
    }

    private static void put(Map<String, Object> view, String name, Optional<String> value) {
        value.ifPresent(text -> view.put(name, text));
    }
}
