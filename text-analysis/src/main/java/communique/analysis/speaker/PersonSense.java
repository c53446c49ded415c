package communique.analysis.speaker;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;

/**
 * A term that names a person.
 *
 * @param person the person
 * @param full whether it is more than a surname
 */
public record PersonSense(Person person, boolean full) implements Sense {
    @Override
    public Kind kind() {
        return Kind.PERSON;
    }
}
