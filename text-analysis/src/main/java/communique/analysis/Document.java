package communique.analysis;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An article as the engine reads it.
 *
 * @param title headline; the text may begin with it
 * @param text what was published, the page around it cut away as far as it is known
 * @param published date of publication
 * @param language hint to the language, BCP 47; judged from the text where empty
 * @param outletCountry state the outlet belongs to, ISO 3166-1 alpha-2
 * @param official whether the outlet is an organ of that state, so that what it posts are the state's own words
 */
public record Document(
        Optional<String> title,
        String text,
        Optional<LocalDate> published,
        Optional<String> language,
        Optional<String> outletCountry,
        boolean official) {

    /** A text of which nothing else is known. */
    public static Document of(String text) {
        return new Document(Optional.empty(), text, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
