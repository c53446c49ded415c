package communique.analysis.pashto;

import communique.analysis.statement.Rule;

/** The rules of attribution in Pashto. */
enum PashtoRule implements Rule {
    VERB("ps-verb", "The noun that opens the clause, with no word that governs it, and a verb of speech at the end."),
    ACCORDING("ps-according", "\"Pa wayna\" and its like after the speaker."),
    AGENT("ps-agent", "The agent of a passive: \"da X la khwa ... ghushtal shawi\"."),
    DOCUMENT("ps-document", "A passive in a document: \"pa elamiya ke ... tingar shawai\"."),
    COLON("ps-colon", "A headline or turn with the speaker before a colon."),
    NOUN("ps-noun", "A headline that ends in a noun of speech owned by the speaker: \"da X ghandana\".");

    private final String id;
    private final String doc;

    PashtoRule(String id, String doc) {
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
