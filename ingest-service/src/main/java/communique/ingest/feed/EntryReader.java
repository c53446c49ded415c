package communique.ingest.feed;

import communique.ingest.article.CanonicalUrl;
import communique.ingest.article.Content;
import communique.ingest.article.DateText;
import communique.ingest.article.Dated;
import communique.ingest.article.Outlet;
import communique.schemas.v1.Source;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Reads one entry of RSS or Atom. */
final class EntryReader {
    private static final String[] PUBLISHED = {
        "pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created", "created", "date"
    };
    private static final String[] UPDATED = {"updated", "modified", "dcterms:modified", "lastmod"};
    private static final String[] FULL = {"content:encoded", "content", "xhtml:body", "body", "fullitem"};
    private static final String[] SUMMARY = {"description", "summary", "dc:description", "abstract", "itunes:summary"};

    private final Optional<String> feedLanguage;

    /**
     * A reader.
     *
     * @param feedLanguage what the feed as a whole says its language is
     */
    EntryReader(Optional<String> feedLanguage) {
        this.feedLanguage = feedLanguage;
    }

    FeedEntry read(FeedElement entry) {
        Optional<String> guid = entry.text("guid", "id", "dc:identifier").or(() -> entry.attribute("about"));
        Content content = new Content(
                link(entry, guid),
                entry.first("title", "dc:title").map(FeedText::of),
                body(entry),
                entry.text("dc:language", "language").or(entry::language).or(() -> feedLanguage),
                author(entry),
                date(entry, PUBLISHED).or(() -> date(entry, UPDATED)).map(Dated::byMetadata));
        return new FeedEntry(guid, content, outlet(entry));
    }

    /** Its page: what a feed's host rewrote for counting comes last of all that may be one. */
    private static Optional<String> link(FeedElement entry, Optional<String> guid) {
        boolean permanent = entry.children("guid")
                .noneMatch(element -> element.attribute("ispermalink")
                        .filter("false"::equalsIgnoreCase)
                        .isPresent());
        return entry.text("feedburner:origlink")
                .flatMap(entry::address)
                .or(() -> atomLink(entry))
                .or(() -> entry.all("link")
                        .filter(link -> link.attribute("href").isEmpty())
                        .flatMap(link -> link.address(link.inside().strip()).stream())
                        .findFirst())
                .or(() -> guid.filter(name -> permanent && CanonicalUrl.of(name).isPresent()))
                .or(() -> entry.attribute("about").flatMap(entry::address))
                .or(() -> entry.attribute("href").flatMap(entry::address));
    }

    private static Optional<String> atomLink(FeedElement entry) {
        return entry.children("link")
                .filter(link -> link.attribute("rel").orElse("alternate").equalsIgnoreCase("alternate"))
                .min(Comparator.comparing(
                        link -> !link.attribute("type").orElse("text/html").contains("html")))
                .flatMap(link -> link.attribute("href").flatMap(link::address));
    }

    /** The longest of the full contents, else of the summaries. */
    private static String body(FeedElement entry) {
        return longest(entry, FULL).or(() -> longest(entry, SUMMARY)).orElse("");
    }

    private static Optional<String> longest(FeedElement entry, String... names) {
        return entry.all(names)
                .map(FeedText::of)
                .filter(text -> !text.isBlank())
                .max(Comparator.comparingInt(String::length));
    }

    private static Optional<String> author(FeedElement entry) {
        return entry.first("author", "dc:creator", "itunes:author", "dc:publisher")
                .flatMap(author -> author.text("name", "email").or(() -> Optional.of(FeedText.of(author))))
                .filter(name -> !name.isBlank());
    }

    private static Optional<Instant> date(FeedElement entry, String... names) {
        return entry.all(names)
                .flatMap(element -> DateText.parse(element.inside()).stream())
                .findFirst();
    }

    private static Optional<Source> outlet(FeedElement entry) {
        return entry.children("source").findFirst().flatMap(source -> {
            Optional<String> name = source.text("title")
                    .or(() -> Optional.of(source.inside().strip()).filter(text -> !source.holdsElements()))
                    .filter(text -> !text.isEmpty());
            Optional<String> home = source.attribute("url")
                    .or(() -> atomLink(source))
                    .or(() -> source.text("id"))
                    .filter(address -> CanonicalUrl.of(address).isPresent());
            return Outlet.at(home, name).or(() -> name.map(given -> Outlet.named(given, given)));
        });
    }
}
