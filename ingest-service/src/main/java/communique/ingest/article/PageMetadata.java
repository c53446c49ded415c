package communique.ingest.article;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about itself: in JSON-LD, OpenGraph, other {@code meta} elements, {@code link}, {@code time}, and
 * the attributes of {@code html}, in this order.
 */
record PageMetadata(
        Optional<String> url,
        Optional<String> title,
        Optional<String> language,
        Optional<String> author,
        Optional<Dated> published,
        Optional<String> site) {
    private static final Pattern TITLE_PARTS = Pattern.compile("\\s+(?:[|–—»·]|-|::)\\s+");
    private static final int SHORTEST_TITLE = 12;

    /**
     * Reads the metadata.
     *
     * @param address where the page was found
     */
    static PageMetadata of(Document page, Optional<String> address) {
        LinkedData data = LinkedData.of(page);
        Optional<String> site = meta(page, "og:site_name").or(() -> data.text("publisher"));
        return new PageMetadata(
                address(page, address),
                title(page, data, site),
                data.text("inLanguage")
                        .or(() -> attribute(page, "html[lang]", "lang"))
                        .or(() -> meta(page, "og:locale")),
                data.text("author").or(() -> meta(page, "author", "article:author", "byl", "dc.creator")),
                published(page, data),
                site);
    }

    /** Where the page says it belongs; but many a template names the front page on every page. */
    private static Optional<String> address(Document page, Optional<String> address) {
        Optional<String> own = attribute(page, "link[rel=canonical][href]", "href")
                .or(() -> meta(page, "og:url"))
                .map(url -> resolve(address, url))
                .flatMap(CanonicalUrl::of)
                .filter(url -> !isFrontPage(url));
        return own.or(() -> address);
    }

    private static String resolve(Optional<String> base, String url) {
        try {
            return base.map(URI::create)
                    .map(there -> there.resolve(url).toString())
                    .orElse(url);
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    private static boolean isFrontPage(String url) {
        URI uri = URI.create(url);
        return uri.getRawQuery() == null && uri.getRawPath().length() <= 1;
    }

    private static Optional<String> title(Document page, LinkedData data, Optional<String> site) {
        return data.text("headline")
                .or(() -> meta(page, "og:title", "twitter:title", "dc.title"))
                .or(() -> onlyHeading(page))
                .or(() -> Optional.of(page.title()))
                .map(title -> withoutSite(CleanText.line(title), site))
                .filter(title -> !title.isBlank());
    }

    private static Optional<String> onlyHeading(Document page) {
        var headings = page.select("h1");
        return headings.size() == 1 ? Optional.of(headings.get(0).text()) : Optional.empty();
    }

    /** Cuts the name of the site off, where it is known or what remains is a headline still. */
    private static String withoutSite(String title, Optional<String> site) {
        String[] parts = TITLE_PARTS.split(title, -1);
        String last = parts[parts.length - 1];
        boolean isSite = site.map(last::equalsIgnoreCase).orElse(title.contains(" | "));
        String rest = title.substring(0, title.length() - last.length());
        String cut = TITLE_PARTS.matcher(rest + " ").replaceAll(" ").strip();
        return parts.length > 1 && isSite && cut.length() >= SHORTEST_TITLE ? cut : title;
    }

    private static Optional<Dated> published(Document page, LinkedData data) {
        return Stream.<Supplier<Optional<String>>>of(
                        () -> data.text("datePublished"),
                        () -> meta(page, "article:published_time", "og:article:published_time", "datePublished"),
                        () -> meta(
                                page,
                                "parsely-pub-date",
                                "pubdate",
                                "publishdate",
                                "dc.date.issued",
                                "dc.date",
                                "date"),
                        () -> attribute(page, "[itemprop=datePublished][datetime]", "datetime"),
                        () -> attribute(page, "[itemprop=datePublished][content]", "content"),
                        () -> attribute(page, "article time[datetime], main time[datetime]", "datetime"),
                        () -> attribute(page, "time[datetime]", "datetime"))
                .flatMap(place -> place.get().stream())
                .flatMap(text -> DateText.parse(text).stream())
                .findFirst()
                .map(Dated::byMetadata);
    }

    private static Optional<String> meta(Document page, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of("property", "name", "itemprop")
                        .map(key -> page.selectFirst("meta[" + key + "=" + name + "]")))
                .filter(element -> element != null)
                .map(element -> element.attr("content").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Optional<String> attribute(Document page, String selector, String name) {
        Element element = page.selectFirst(selector);
        return Optional.ofNullable(element)
                .map(found -> found.attr(name).strip())
                .filter(value -> !value.isEmpty());
    }
}
