package communique.analysis.novelty;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;

/**
 * A term that stands for something every language has a word for.
 *
 * @param type what kind of thing it is
 * @param id such as earthquake
 */
record ConceptSense(Type type, String id) implements Sense {
    /** Kinds of things. */
    enum Type {
        /** What happens or is spoken of. */
        MATTER,
        /** How and through whom a state speaks. */
        ACT,
        /** A way in which people meet. */
        MEETING,
        /** What a number beside it counts. */
        VICTIMS,
        /** Where. */
        PLACE
    }

    @Override
    public Kind kind() {
        return Kind.CONCEPT;
    }
}
