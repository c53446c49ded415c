package communique.analysis.statement;

import java.util.List;

/** The rules that hold in every language. */
public enum CommonRule implements Rule {
    JOINT_POINT("joint-point", "A numbered point of a list that was announced as what several states agreed on.", 0.9),
    OWN_WORDS("own-words", "A short post of an organ of a state that names no speaker.", 0.6),
    TOLD_TOPIC(
            "told-topic",
            "What was talked about, told on by the state that told of the talk in the sentence before.",
            0.6),
    SAID_BEFORE("said-before", "A sentence whose speaker the next one tells: \"This was said by ...\".", 0.85),
    DOCUMENT(
            "document",
            "A sentence of a text in the first person whose headline, or outlet, tells whose words it is.",
            0.85),
    ANSWER("answer", "An answer in an interview with somebody who speaks for a state.", 0.9),
    MINUTES("minutes", "What was said without telling by whom, in a text on what several states said together.", 0.8),
    QUOTED_BEFORE("quoted-before", "A sentence of a quotation whose speaker is named at its end.", 0.9),
    QUOTED_ON("quoted-on", "A sentence of a quotation whose speaker is named at its beginning.", 0.95),
    GOES_ON(
            "goes-on",
            "A sentence after a speaker's words, in the same paragraph, that sounds like more of them.",
            0.85);

    private final String id;
    private final String doc;
    private final double confidence;

    CommonRule(String id, String doc, double confidence) {
        this.id = id;
        this.doc = doc;
        this.confidence = confidence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String doc() {
        return doc;
    }

    @Override
    public double confidence() {
        return confidence;
    }

    /** All of them. */
    public static List<Rule> all() {
        return List.of(values());
    }
}
