package communique.analysis.statement;

import java.util.List;

/** The rules that hold in every language. */
public enum CommonRule implements Rule {
    JOINT_POINT("joint-point", "A numbered point of a list that was announced as what several states agreed on."),
    OWN_WORDS("own-words", "A short post of an organ of a state that names no speaker."),
    TOLD_TOPIC(
            "told-topic", "What was talked about, told on by the state that told of the talk in the sentence before."),
    SAID_BEFORE("said-before", "A sentence whose speaker the next one tells: \"This was said by ...\"."),
    DOCUMENT(
            "document", "A sentence of a text in the first person whose headline, or outlet, tells whose words it is."),
    ANSWER("answer", "An answer in an interview with somebody who speaks for a state."),
    MINUTES("minutes", "What was said without telling by whom, in a text on what several states said together."),
    QUOTED_BEFORE("quoted-before", "A sentence of a quotation whose speaker is named at its end."),
    QUOTED_ON("quoted-on", "A sentence of a quotation whose speaker is named at its beginning."),
    GOES_ON("goes-on", "A sentence after a speaker's words, in the same paragraph, that sounds like more of them.");

    private final String id;
    private final String doc;

    CommonRule(String id, String doc) {
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

    /** All of them. */
    public static List<Rule> all() {
        return List.of(values());
    }
}
