package communique.analysis.statement;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;

/**
 * A form of a verb of speech.
 *
 * @param act what is done by it
 * @param pattern what it takes
 * @param form which form it is
 */
public record VerbSense(SpeechAct act, Pattern pattern, Form form) implements Sense {
    /** What a verb of speech takes. */
    public enum Pattern {
        /** A quotation or a clause: said that. */
        CLAUSE,
        /** As a clause, but only where "that", a quotation or a noun of speech follows: issued a statement. */
        WEAK,
        /** An object or complement, being itself the act: condemns the attack. */
        OBJECT,
        /** Only the topic of a talk: discussed the situation. */
        TOPIC,
        /** No subject; who speaks is told beside it: "it is said in a statement of". */
        PASSIVE
    }

    /** Forms that play different parts in a sentence. */
    public enum Form {
        /** say: after "to", a modal, or a plural subject. */
        BASE,
        /** says. */
        PRESENT,
        /** said. */
        PAST,
        /** saying. */
        PARTICIPLE,
        /** spoken, where it differs from the past. */
        PERFECT
    }

    @Override
    public Kind kind() {
        return Kind.VERB;
    }
}
