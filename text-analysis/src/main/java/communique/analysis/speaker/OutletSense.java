package communique.analysis.speaker;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;

/**
 * A mark by which an outlet is known.
 *
 * @param country state of the outlet, ISO 3166-1 alpha-2
 * @param official whether it is an organ of that state
 */
public record OutletSense(String country, boolean official) implements Sense {
    @Override
    public Kind kind() {
        return Kind.OUTLET;
    }
}
