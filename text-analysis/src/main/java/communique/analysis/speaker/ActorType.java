package communique.analysis.speaker;

/** What kind of mention an {@link Actor} is. */
public enum ActorType {
    /** An office or organ whose state is known, with or without a name. */
    OFFICIAL,
    /** A state by its name, capital or rulers. */
    STATE,
    /** An office or organ whose state the text has to tell. */
    BARE,
    /** A name nobody knows yet. */
    NAME,
    /** he, she. */
    PRONOUN,
    /** they. */
    PRONOUN_MANY,
    /** both sides, the four ministers. */
    COLLECTIVE,
    /** A group of states by its name. */
    BLOC,
    /** An analyst, an agency, a former official, the United Nations. */
    OUTSIDER
}
