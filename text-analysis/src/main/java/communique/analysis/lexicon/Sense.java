package communique.analysis.lexicon;

/** One meaning a term can have. The package that uses a meaning defines it. */
public interface Sense {
    /** Which kind of meaning it is. */
    Kind kind();

    /** The bit of its class where it is a word of grammar; 0 for any other meaning. */
    default long wordBit() {
        return 0;
    }
}
