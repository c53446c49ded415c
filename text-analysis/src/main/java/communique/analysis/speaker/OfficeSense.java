package communique.analysis.speaker;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;

/**
 * A term that names an office.
 *
 * @param id id of the office, such as foreign-minister
 */
public record OfficeSense(String id) implements Sense {
    @Override
    public Kind kind() {
        return Kind.OFFICE;
    }
}
