package communique.analysis.lexicon;

/**
 * What the form of an inflected term tells of its part in a sentence. A form that several cases share has one of these
 * for each.
 *
 * @param kase its case
 * @param plural whether it names several
 */
public record FormSense(Case kase, boolean plural) implements Sense {
    /** The cases of a noun. */
    public enum Case {
        /** Who acts. */
        NOMINATIVE,
        /** Whose. */
        GENITIVE,
        /** To whom. */
        DATIVE,
        /** Whom. */
        ACCUSATIVE,
        /** By whom, with whom. */
        INSTRUMENTAL,
        /** In, at or about whom. */
        PREPOSITIONAL
    }

    @Override
    public Kind kind() {
        return Kind.FORM;
    }
}
