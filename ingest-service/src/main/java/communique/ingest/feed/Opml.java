package communique.ingest.feed;

import communique.ingest.article.CanonicalUrl;
import communique.schemas.v1.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Reads and writes lists of feeds as OPML, the form in which feed readers exchange them. */
public final class Opml {
    private static final Pattern NOT_IN_ID = Pattern.compile("[^a-z0-9]+");
    private static final Pattern DASHES_AT_ENDS = Pattern.compile("^-+|-+$");
    private static final Pattern FEED_SCHEME = Pattern.compile("(?i)feed:(?://)?(?=https?://)|feed(?=://)");
    private static final int LONGEST_ID = 56;

    private Opml() {}

    /** The feeds of a document, in its order; a feed that is there twice is taken once. */
    public static List<FeedSource> read(String opml) {
        Set<String> urls = new HashSet<>();
        Set<String> ids = new HashSet<>();
        return outlines(opml)
                .filter(outline ->
                        CanonicalUrl.of(url(outline)).filter(urls::add).isPresent())
                .map(outline -> source(outline, ids))
                .toList();
    }

    /** What a document has for addresses of feeds that are none of the web, in its order. */
    public static List<String> leftOut(String opml) {
        return outlines(opml)
                .map(Opml::url)
                .filter(url -> !url.isEmpty() && CanonicalUrl.of(url).isEmpty())
                .toList();
    }

    private static Stream<Element> outlines(String opml) {
        return Parser.xmlParser().parseInput(opml, "").getAllElements().stream()
                .filter(element -> element.normalName().equals("outline"));
    }

    /** Some readers write {@code feed:} before the address or in place of its scheme. */
    private static String url(Element outline) {
        String written = attribute(outline, "xmlurl").orElse("");
        Matcher scheme = FEED_SCHEME.matcher(written);
        return scheme.lookingAt()
                ? (scheme.group().endsWith(":") || scheme.group().endsWith("/") ? "" : "http")
                        + written.substring(scheme.end())
                : written;
    }

    private static FeedSource source(Element outline, Set<String> ids) {
        String url = url(outline);
        String name = attribute(outline, "title")
                .or(() -> attribute(outline, "text"))
                .orElse(CanonicalUrl.hostOf(url).orElse(url));
        String language =
                attribute(outline, "language").filter(FeedSource::isLanguage).orElse(null);
        return FeedSource.of(
                id(name, url, ids), url, name, null, language, false, null, false, false, null, false, Map.of());
    }

    private static String id(String name, String url, Set<String> ids) {
        String host = CanonicalUrl.hostOf(url).orElse("feed");
        String plain = slug(name);
        String id = plain.length() > 2 ? plain : slug(host);
        String unique = id;
        for (int number = 2; !ids.add(unique); number++) {
            unique = id + "-" + number;
        }
        return unique;
    }

    private static String slug(String text) {
        String dashed = NOT_IN_ID.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
        String slug = DASHES_AT_ENDS.matcher(dashed).replaceAll("");
        return slug.substring(0, Math.min(LONGEST_ID, slug.length()));
    }

    private static Optional<String> attribute(Element outline, String name) {
        return outline.attributes().asList().stream()
                .filter(attribute -> attribute.getKey().equalsIgnoreCase(name))
                .map(attribute -> attribute.getValue().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** A document with these feeds, those of one country together. */
    public static String write(List<FeedSource> sources) {
        String groups = sources.stream()
                .collect(Collectors.groupingBy(
                        source -> source.outlet().getCountry().orElse(""),
                        TreeMap::new,
                        Collectors.mapping(Opml::outline, Collectors.joining())))
                .entrySet()
                .stream()
                .map(group -> group.getKey().isEmpty()
                        ? group.getValue()
                        : "    <outline text=\"" + group.getKey() + "\">\n" + group.getValue() + "    </outline>\n")
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n"
                + "    <title>Communique</title>\n  </head>\n  <body>\n" + groups + "  </body>\n</opml>\n";
    }

    private static String outline(FeedSource source) {
        Source outlet = source.outlet();
        String language = source.language()
                .map(code -> " language=\"" + Entities.escape(code) + "\"")
                .orElse("");
        return "      <outline type=\"rss\" text=\"" + Entities.escape(outlet.getName()) + "\" xmlUrl=\""
                + Entities.escape(source.url()) + "\"" + language + "/>\n";
    }
}
