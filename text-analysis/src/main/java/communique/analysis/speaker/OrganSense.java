package communique.analysis.speaker;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;
import java.util.Optional;

/**
 * A term that names an organ of a state.
 *
 * @param id id of the organ, such as foreign-ministry
 * @param country the only state that has an organ of this name, where there is only one
 */
public record OrganSense(String id, Optional<String> country) implements Sense {
    @Override
    public Kind kind() {
        return Kind.ORGAN;
    }
}
