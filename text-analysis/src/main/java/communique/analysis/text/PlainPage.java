package communique.analysis.text;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A web page saved as plain text, taken apart: what is left of such a page when its markup is gone holds the article
 * and the page around it alike (navigation, comment forms, lists of other stories), and says nowhere which is which.
 *
 * @param title the headline
 * @param body the article's own paragraphs, separated by a blank line, without the headline
 * @param published the date the page gives for itself
 */
public record PlainPage(Optional<String> title, String body, Optional<LocalDate> published) {

    /** Takes a page apart; whatever the text, some page comes out. */
    public static PlainPage read(String text) {
        return new PlainPage(Optional.empty(), text, Optional.empty());
    }
}
