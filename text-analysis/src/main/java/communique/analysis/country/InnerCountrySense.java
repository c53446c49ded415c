package communique.analysis.country;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;

/**
 * A longer term that names a country inside.
 *
 * @param code ISO 3166-1 alpha-2
 */
public record InnerCountrySense(String code) implements Sense {
    @Override
    public Kind kind() {
        return Kind.NAMES_COUNTRY;
    }
}
