package communique.analysis.statement;

/** A rule of attribution; every language has an enum of them. */
public interface Rule {
    /** Its id, as records carry it. */
    String id();

    /** One sentence on what it looks for. */
    String doc();
}
