package communique.analysis.statement;

/** A rule of attribution; every language has an enum of them. */
public interface Rule {
    /** Its id, as records carry it. */
    String id();

    /** One sentence on what it looks for. */
    String doc();

    /** How sure what it finds is, 0 to 1: about the share that is right on labelled news. */
    default double confidence() {
        return TrackRecord.confidence(id());
    }
}
