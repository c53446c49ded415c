package communique.ingest.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Takes out of an article what stands in it and is not of it: captions, teasers of other articles, by-lines, buttons.
 * It is recognised on the page, where classes still tell, and taken out of what was found to be the article, so that it
 * cannot mislead the finding.
 */
final class Clutter {
    private static final String MARK = "data-clutter";
    private static final Pattern NAMES = Pattern.compile(
            "(?:^|[\\s_-])(?:caption|wp-caption-text|credit|gallery|slideshow|carousel|related\\w*|recommend\\w*|newsletter\\w*|subscri\\w+"
                    + "|shar(?:e|ing)\\w*|social\\w*|promo\\w*|breadcrumb\\w*|byline|author\\w*|bio|timestamp|dateline|tags?|taglist"
                    + "|comments?|respond|most-?(?:read|popular)|read-?(?:more|also|next)|advert\\w*|ads?|sponsor\\w*|copyright|disclaimer"
                    + "|outbrain|taboola|toolbar|pagination|print|hidden|sr-only|visually-hidden)(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);
    private static final String TAGS =
            "figure, figcaption, aside, nav, footer, [role=complementary], [aria-hidden=true], time";
    private static final int SMALL_SHARE = 3;
    private static final int LONGEST_TEASER = 200;
    private static final double LINKED = 0.9;
    private static final int EARLY = 4;

    private Clutter() {}

    /** Marks it on a page. */
    static void mark(Document page) {
        page.body().select(TAGS).forEach(element -> element.attr(MARK, ""));
        page.body().select("[class], [id]").forEach(element -> {
            if (NAMES.matcher(element.className()).find()
                    || NAMES.matcher(element.id()).find()) {
                element.attr(MARK, "");
            }
        });
    }

    /** Takes it out of an article that was found on a marked page. */
    static void strip(Element article, Optional<String> title) {
        int all = article.text().length();
        article.select("[" + MARK + "]").stream()
                .filter(element -> !element.equals(article) && element.text().length() * SMALL_SHARE < all)
                .forEach(Node::remove);
        article.select("p, h2, h3, h4, h5, h6, li, div").stream()
                .filter(Clutter::isTeaser)
                .forEach(Node::remove);
        title.ifPresent(line -> cutBefore(article, line, all));
    }

    /** A paragraph that is nothing but a link. */
    private static boolean isTeaser(Element paragraph) {
        String text = paragraph.text();
        if (text.isEmpty()
                || text.length() > LONGEST_TEASER
                || !paragraph.select("p, div, li, ul").stream().allMatch(inner -> inner.equals(paragraph))) {
            return false;
        }
        int linked = paragraph.select("a[href]").eachText().stream()
                .mapToInt(String::length)
                .sum();
        return linked >= LINKED * text.length();
    }

    /** Nothing before the headline is of the article, nor is the headline. */
    private static void cutBefore(Element article, String title, int all) {
        String wanted = title.toLowerCase(Locale.ROOT);
        Optional<Element> headline = article.select("h1, h2, h3").stream()
                .filter(heading -> heading.text().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
        headline.ifPresent(heading -> {
            List<Element> before = before(article, heading);
            int length =
                    before.stream().mapToInt(element -> element.text().length()).sum();
            if (length * EARLY < all) {
                before.forEach(Node::remove);
                heading.remove();
            }
        });
    }

    /** The outermost elements that end before another begins. */
    private static List<Element> before(Element article, Element heading) {
        return heading.parents().stream()
                .takeWhile(around -> !around.equals(article.parent()))
                .flatMap(around -> around.children().stream()
                        .takeWhile(child ->
                                !child.equals(heading) && !heading.parents().contains(child)))
                .toList();
    }
}
