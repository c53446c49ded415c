package communique.analysis.english;

import communique.analysis.statement.Rule;

/** The rules of attribution in English. */
enum EnglishRule implements Rule {
    VERB("en-verb", "A subject and its verb of speech: \"Lavrov said\", \"Iran condemned\"."),
    TAIL("en-tail", "The speaker after the words, set off by a comma or quotation mark: \"..., the ministry said\"."),
    INVERTED("en-inverted", "Verb before speaker after the words: \"...,\" said Qureshi."),
    PARTICIPLE("en-participle", "A participle with a speaker of its own: \"with Islamabad accusing ...\"."),
    ACCORDING("en-according", "\"According to\" and its like, before or after the words."),
    QUOTED("en-quoted", "\"was quoted as saying\"."),
    QUOTED_AFTER("en-quoted-after", "\"..., he was quoted as saying\", after the words."),
    AGENT("en-agent", "The agent of a passive: \"was condemned by\", \"a statement issued by\"."),
    DASH("en-dash", "A headline with the speaker after a dash or colon: \"... — MFA\", \"...: ISPR\"."),
    COLON(
            "en-colon",
            "A headline or turn with the speaker before a colon: \"Lavrov: ...\", \"Lavrov on the talks: ...\"."),
    NOUN(
            "en-noun",
            "A noun of speech with its author: \"statement by the foreign ministry\", \"accusations from officials\"."),
    ATTITUDE("en-attitude", "A state's attitude told as its own: \"Russia ready to\", \"Iran concerned about\".");

    private final String id;
    private final String doc;

    EnglishRule(String id, String doc) {
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
