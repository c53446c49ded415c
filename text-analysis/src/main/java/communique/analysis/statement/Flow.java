package communique.analysis.statement;

/** How a sentence without a speaker of its own goes on from the one before. */
public enum Flow {
    /** A numbered point of a list: First, ... Second, ... */
    POINT,
    /** A question put to somebody in an interview. */
    QUESTION,
    /** The answer to it. */
    ANSWER,
    /** What was said without telling by whom: "it was stressed", "regret was voiced". */
    MINUTES,
    /** Somebody's words beyond doubt, even where a paragraph begins: we. */
    OWN,
    /** Sounds like somebody's words: we, should, must, will. */
    SPEECH,
    /** May be either: a general statement in the present. */
    OPEN,
    /** Tells what happened. */
    NARRATIVE
}
