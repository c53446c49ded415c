package communique.analysis.lexicon;

/** A malformed entry of a data file; the message names file and line. */
public final class LexiconException extends RuntimeException {
    /** With the place and what is wrong there. */
    public LexiconException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
