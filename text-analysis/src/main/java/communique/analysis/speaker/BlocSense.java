package communique.analysis.speaker;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;

/**
 * A term that names a group of states.
 *
 * @param bloc the group
 */
public record BlocSense(Bloc bloc) implements Sense {
    @Override
    public Kind kind() {
        return Kind.BLOC;
    }
}
