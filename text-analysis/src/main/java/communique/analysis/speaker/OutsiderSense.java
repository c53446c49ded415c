package communique.analysis.speaker;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;

/**
 * A term for somebody who speaks and is no state.
 *
 * @param group which group of those, such as analyst
 */
public record OutsiderSense(String group) implements Sense {
    @Override
    public Kind kind() {
        return Kind.OUTSIDER;
    }
}
