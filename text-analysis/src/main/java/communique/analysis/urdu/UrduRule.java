package communique.analysis.urdu;

import communique.analysis.statement.Rule;

/** The rules of attribution in Urdu. */
enum UrduRule implements Rule {
    VERB("ur-verb", "Who acts, marked by \"ne\" or unmarked, and a verb or compound verb of speech at the end."),
    OWNED("ur-owned", "A noun of speech owned by the speaker and a copula: \"X ka kehna hai\", \"X ka mauqif hai\"."),
    ACCORDING("ur-according", "\"Ke mutabiq\" and its like after the speaker."),
    AGENT("ur-agent", "The agent of a passive: \"X ki janib se ... kaha gaya\"."),
    DOCUMENT("ur-document", "A passive after the document that says so: \"X ke bayan mein kaha gaya\"."),
    TAIL("ur-tail", "A headline with the speaker at its end, after a comma, a colon, a dash or its verb."),
    COLON("ur-colon", "A headline or turn with the speaker before a colon."),
    NOUN("ur-noun", "A headline that ends in a noun of speech: \"X ka izhar-e-tashweesh\"."),
    ATTITUDE("ur-attitude", "A headline that tells a state's attitude as its own: \"X ... ka khwahan\".");

    private final String id;
    private final String doc;

    UrduRule(String id, String doc) {
        this.id = id;
        this.doc = doc;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String doc() {
        return doc;
    }
}
