package communique.ingest.article;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Turns markup into plain text that keeps its paragraphs. */
public final class BlockText {
    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "svg",
            "math",
            "button",
            "select",
            "textarea",
            "input",
            "form",
            "audio",
            "video",
            "canvas",
            "head");

    private static final Set<String> CELLS = Set.of("td", "th", "dt", "dd");

    private BlockText() {}

    /** The text of a piece of HTML, as feeds carry it. */
    public static String of(String html) {
        return of(Jsoup.parseBodyFragment(html).body());
    }

    /** The text below an element: blocks become paragraphs, forced breaks become line ends. */
    static String of(Element root) {
        StringBuilder text = new StringBuilder();
        root.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.text());
                } else if (node instanceof Element element) {
                    if (UNSEEN.contains(element.normalName())) {
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    text.append(before(element));
                }
                return FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element element && element.isBlock()) {
                    text.append("\n\n");
                }
                return FilterResult.CONTINUE;
            }
        });
        return CleanText.paragraphs(text.toString());
    }

    private static String before(Element element) {
        if ("br".equals(element.normalName())) {
            return "\n";
        }
        if (CELLS.contains(element.normalName())) {
            return " ";
        }
        return element.isBlock() ? "\n\n" : "";
    }
}
