package communique.analysis.statement;

/** What a speaker does by speaking. */
public enum SpeechAct {
    /** Tells or says. */
    SAY,
    /** Calls on somebody, demands. */
    URGE,
    /** Condemns, criticises, accuses. */
    CONDEMN,
    /** Welcomes, thanks, supports. */
    PRAISE,
    /** Promises, offers, is ready. */
    PLEDGE,
    /** Warns, threatens, expresses concern. */
    WARN,
    /** Denies, rejects. */
    DENY,
    /** States a joint position or outcome. */
    AGREE,
    /** Expresses sympathy. */
    CONDOLE
}
