package communique.ingest.article;

import java.util.Locale;

/** Why something is not taken in; the same word is metric tag, log key and dead-letter header. */
public enum RejectionReason {
    /** Nothing in it, or no words. */
    EMPTY,
    /** Not text: an image, an archive, a PDF. */
    BINARY,
    /** Text in an encoding that is neither declared nor recognised. */
    WRONG_ENCODING,
    /** Larger than an article can be. */
    TOO_LARGE,
    /** A page without an article on it. */
    NO_MAIN_TEXT,
    /** Not JSON, or not an object. */
    BROKEN_JSON,
    /** A field with a value it cannot have. */
    INVALID_FIELD,
    /** A file of a kind that holds no articles. */
    UNKNOWN_TYPE,
    /** A file that cannot be opened or read. */
    UNREADABLE;

    /** The word as tags and answers spell it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
