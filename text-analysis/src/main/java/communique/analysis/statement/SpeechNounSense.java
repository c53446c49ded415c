package communique.analysis.statement;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;

/**
 * A noun for an utterance.
 *
 * @param act what is done by it
 */
public record SpeechNounSense(SpeechAct act) implements Sense {
    @Override
    public Kind kind() {
        return Kind.SPEECH_NOUN;
    }
}
