package communique.ingest.article;

import java.util.Optional;
import org.jsoup.nodes.Document;

/** Finds the main text of a page among navigation, adverts, comments and lists of other stories. */
@FunctionalInterface
interface MainText {
    /**
     * The main text, paragraphs separated by a blank line; empty where the page has none.
     *
     * @param page the page; may be changed
     */
    Optional<String> in(Document page, Optional<String> title);
}
