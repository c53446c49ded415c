package communique.analysis.lexicon;

/** One meaning a term can have. The package that uses a meaning defines it. */
public interface Sense {
    /** Which kind of meaning it is. */
    Kind kind();
}
