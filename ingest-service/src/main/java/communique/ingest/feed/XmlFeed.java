package communique.ingest.feed;

import communique.ingest.article.CanonicalUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter.FilterResult;

/**
 * Reads RSS of all versions, RDF, Atom, CDF and sitemaps, well-formed or not. The parser is one that forgives and that
 * knows nothing of document types, so nothing can be defined or fetched through one.
 */
final class XmlFeed {
    /** Feeds nest some ten deep. */
    private static final int DEEPEST = 256;

    /** Ten times what the longest feeds of newspapers hold. */
    static final int MOST_ENTRIES = 10_000;

    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final Map<String, FeedForm> ROOTS = Map.of(
            "rss", FeedForm.RSS,
            "rdf:rdf", FeedForm.RDF,
            "rdf", FeedForm.RDF,
            "channel", FeedForm.RSS,
            "feed", FeedForm.ATOM,
            "urlset", FeedForm.SITEMAP,
            "sitemapindex", FeedForm.SITEMAP);

    private static final int LONGEST_TTL_MINUTES = 60 * 24 * 7;

    private final String url;
    private boolean brokenOff;

    /**
     * A reader of one document.
     *
     * @param url where the document was found, to resolve relative addresses
     */
    XmlFeed(String url) {
        this.url = url;
    }

    /** The feed; empty where there is none in the text. */
    Optional<ParsedFeed> read(String text) {
        brokenOff = !text.stripTrailing().endsWith(">")
                && lastOf(text, "<item", "<entry") > lastOf(text, "</item", "</entry");
        Document document = Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(Ampersands.mend(text), "");
        return document.stream()
                .skip(1)
                .takeWhile(element -> !element.normalName().equals("html"))
                .flatMap(element -> read(element).stream())
                .findFirst();
    }

    private static int lastOf(String text, String rss, String atom) {
        return Math.max(text.lastIndexOf(rss), text.lastIndexOf(atom));
    }

    private Optional<ParsedFeed> read(Element element) {
        FeedElement root = new FeedElement(element, url);
        FeedForm form = ROOTS.get(root.name());
        if (form == null) {
            return Optional.empty();
        }
        return Optional.of(form == FeedForm.SITEMAP ? Sitemap.read(root) : feed(root, element, form));
    }

    private ParsedFeed feed(FeedElement root, Element element, FeedForm form) {
        FeedElement channel = root.children("channel").findFirst().orElse(root);
        Optional<String> language = channel.text("language", "dc:language").or(channel::language);
        EntryReader reader = new EntryReader(language);
        List<FeedEntry> entries = entries(element).stream().map(reader::read).toList();
        return new ParsedFeed.Feed(
                form,
                channel.first("title", "dc:title").map(FeedText::of),
                ttl(channel),
                EntryNames.settle(
                        brokenOff && !entries.isEmpty() ? entries.subList(0, entries.size() - 1) : entries,
                        home(channel)));
    }

    /** The outermost elements that are entries. */
    private List<FeedElement> entries(Element root) {
        List<FeedElement> found = new ArrayList<>();
        root.filter((node, depth) -> {
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            FeedElement below = new FeedElement(element, url);
            if (!ENTRIES.contains(below.name())) {
                return FilterResult.CONTINUE;
            }
            found.add(below);
            return found.size() < MOST_ENTRIES ? FilterResult.SKIP_CHILDREN : FilterResult.STOP;
        });
        return found;
    }

    private Optional<String> home(FeedElement channel) {
        return Stream.concat(
                        channel.children("link")
                                .filter(link -> link.attribute("rel")
                                        .orElse("alternate")
                                        .equals("alternate"))
                                .flatMap(link -> link.attribute("href").stream()),
                        channel.text("link").stream())
                .flatMap(link -> channel.address(link).stream())
                .flatMap(link -> CanonicalUrl.of(link).stream())
                .findFirst();
    }

    /** How long the publisher says the feed may be kept. */
    private static Optional<Duration> ttl(FeedElement channel) {
        return channel.text("ttl")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .map(minutes -> Duration.ofMinutes(Math.min(minutes, LONGEST_TTL_MINUTES)));
    }
}
