package communique.analysis.lexicon;

import java.util.Locale;

/** How a word is written. */
enum Capitals {
    /** In small letters. */
    NONE,
    /** With a capital first. */
    FIRST,
    /** All in capitals. */
    ALL;

    private static final int SHORT = 5;

    /**
     * How a term must at least be written to match: a name with its capital, a short one all in capitals, such as US,
     * as that.
     */
    static Capitals of(String term) {
        if (!Character.isUpperCase(term.codePointAt(0))) {
            return NONE;
        }
        boolean allCapitals = term.length() <= SHORT && term.equals(term.toUpperCase(Locale.ROOT));
        return allCapitals ? ALL : FIRST;
    }
}
