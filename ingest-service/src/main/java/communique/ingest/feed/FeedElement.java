package communique.ingest.feed;

import communique.ingest.article.CanonicalUrl;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * An element of a feed, asked by the names feeds use, whatever prefixes a document has for them. Elements of RSS and
 * Atom have bare names, all others the usual prefix of their vocabulary: {@code title}, {@code dc:date}.
 */
final class FeedElement {
    /** Vocabularies by the beginning of their namespace, in lower case. */
    private static final Map<String, String> VOCABULARIES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", ""),
            Map.entry("http://purl.org/atom/", ""),
            Map.entry("http://purl.org/rss/1.0/modules/content", "content:"),
            Map.entry("http://purl.org/rss/1.0/modules/syndication", "sy:"),
            Map.entry("http://purl.org/rss/1.0/modules/", "module:"),
            Map.entry("http://purl.org/rss/", ""),
            Map.entry("http://purl.org/net/rss", ""),
            Map.entry("http://my.netscape.com/", ""),
            Map.entry("http://channel.netscape.com/", ""),
            Map.entry("http://backend.userland.com/", ""),
            Map.entry("http://blogs.law.harvard.edu/", ""),
            Map.entry("http://purl.org/dc/terms", "dcterms:"),
            Map.entry("http://purl.org/dc/", "dc:"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml:"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:"),
            Map.entry("http://search.yahoo.com/mrss", "media:"),
            Map.entry("http://www.itunes.com/dtds/", "itunes:"),
            Map.entry("http://rssnamespace.org/feedburner", "feedburner:"),
            Map.entry("http://www.google.com/schemas/sitemap-news", "news:"),
            Map.entry("http://www.google.com/schemas/sitemap", ""),
            Map.entry("http://www.sitemaps.org/schemas/sitemap", ""));

    /** Longest first: a part of a vocabulary goes before the whole. */
    private static final List<String> NAMESPACES = VOCABULARIES.keySet().stream()
            .sorted((a, b) -> Integer.compare(b.length(), a.length()))
            .toList();

    private final Element element;
    private final String url;
    private String name;
    private List<FeedElement> children;

    /**
     * An element.
     *
     * @param url where the document was found
     */
    FeedElement(Element element, String url) {
        this.element = element;
        this.url = url;
    }

    /** The name, in lower case. */
    String name() {
        if (name == null) {
            name = readName();
        }
        return name;
    }

    private String readName() {
        String local = element.tag().localName().toLowerCase(Locale.ROOT);
        String prefix = element.tag().prefix().toLowerCase(Locale.ROOT);
        String namespace = element.tag().namespace().toLowerCase(Locale.ROOT);
        return NAMESPACES.stream()
                        .filter(namespace::startsWith)
                        .findFirst()
                        .map(VOCABULARIES::get)
                        .orElse(prefix.isEmpty() || prefix.equals("atom") || prefix.equals("rss") ? "" : prefix + ":")
                + local;
    }

    /** The children, in order. */
    Stream<FeedElement> children() {
        if (children == null) {
            children = element.children().stream()
                    .map(child -> new FeedElement(child, url))
                    .toList();
        }
        return children.stream();
    }

    /** Children of one name. */
    Stream<FeedElement> children(String name) {
        return children().filter(child -> child.name().equals(name));
    }

    /** Children of several names; those of the first name come first. */
    Stream<FeedElement> all(String... names) {
        return Stream.of(names).flatMap(this::children);
    }

    /** The first child that has something in it; earlier names go before later ones. */
    Optional<FeedElement> first(String... names) {
        return all(names).filter(child -> !child.isBlank()).findFirst();
    }

    /** Plain text of the first child that has something in it. */
    Optional<String> text(String... names) {
        return first(names).map(child -> child.element.wholeText().strip());
    }

    private boolean isBlank() {
        return element.childrenSize() == 0 && element.wholeText().isBlank();
    }

    /** An attribute by its name without a prefix. */
    Optional<String> attribute(String name) {
        return element.attributes().asList().stream()
                .filter(attribute -> {
                    String key = attribute.getKey().toLowerCase(Locale.ROOT);
                    return key.equals(name) || key.endsWith(":" + name);
                })
                .map(attribute -> attribute.getValue().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** What the nearest element around says its language is. */
    Optional<String> language() {
        return Stream.iterate(element, around -> around != null, Element::parent)
                .map(around -> around.attr("xml:lang").strip())
                .filter(language -> !language.isEmpty())
                .findFirst();
    }

    /** A web address that is written in this element, made absolute. */
    Optional<String> address(String written) {
        Deque<String> bases = new ArrayDeque<>();
        for (Element around = element; around != null; around = around.parent()) {
            if (around.hasAttr("xml:base")) {
                bases.push(around.attr("xml:base"));
            }
        }
        String base = url;
        for (String step : bases) {
            base = CanonicalUrl.resolve(base, step).orElse(base);
        }
        return CanonicalUrl.resolve(base, written);
    }

    /** Whether markup stands in it as elements. */
    boolean holdsElements() {
        return element.childrenSize() > 0;
    }

    /** What stands in it: text, or markup where it holds elements. */
    String inside() {
        return holdsElements() ? element.html() : element.wholeText();
    }
}
