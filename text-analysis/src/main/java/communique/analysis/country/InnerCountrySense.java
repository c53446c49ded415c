package communique.analysis.country;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;
import communique.analysis.lexicon.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * A longer term that names a country inside.
 *
 * @param code ISO 3166-1 alpha-2
 */
public record InnerCountrySense(String code) implements Sense {
    /** The countries inside a term, each once. */
    public static List<String> codes(Term term) {
        List<String> codes = new ArrayList<>(1);
        for (int i = 0; i < term.size(); i++) {
            if (term.sense(i) instanceof InnerCountrySense inner && !codes.contains(inner.code())) {
                codes.add(inner.code());
            }
        }
        return codes;
    }

    @Override
    public Kind kind() {
        return Kind.NAMES_COUNTRY;
    }
}
