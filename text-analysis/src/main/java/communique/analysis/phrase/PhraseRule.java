package communique.analysis.phrase;

import communique.analysis.statement.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A rule of attribution in one language.
 *
 * @param id such as {@code ru-verb}
 * @param doc what it finds
 */
record PhraseRule(String id, String doc) implements Rule {
    /** The forms of attribution, the same in all languages of this grammar. */
    enum Form {
        VERB("A speaker and a verb of speech after it."),
        INVERTED("A verb of speech and its speaker after it."),
        ACCORDING("Words that mean \"according to\", before or after the speaker."),
        DASH("A headline with the speaker after a dash."),
        COLON("A headline or turn with the speaker before a colon."),
        NOUN("A noun of speech beside its author: a statement, concern, condemnation."),
        ATTITUDE("A state's attitude told as its own: ready to, concerned about.");

        private final String doc;

        Form(String doc) {
            this.doc = doc;
        }
    }

    static PhraseRule of(String language, Form form) {
        return new PhraseRule(language + "-" + form.name().toLowerCase(Locale.ROOT), form.doc);
    }

    static List<PhraseRule> all(String language) {
        return Arrays.stream(Form.values()).map(form -> of(language, form)).toList();
    }
}
