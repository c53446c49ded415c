package communique.analysis.statement;

/** How a sentence without a speaker of its own goes on from the one before. */
public enum Flow {
    /** A numbered point of a list: First, ... Second, ... */
    POINT,
    /** Sounds like somebody's words: we, should, must, will. */
    SPEECH,
    /** Somebody's words beyond doubt, even where a paragraph begins: we. */
    OWN,
    /** May be either: a general statement in the present. */
    OPEN,
    /** Tells what happened. */
    NARRATIVE
}
