package communique.analysis.pashto;

import communique.analysis.phrase.PhraseGrammar;
import communique.analysis.phrase.StateRows;
import communique.analysis.phrase.WordOrder;
import communique.analysis.speaker.Actor;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.Flow;
import communique.analysis.statement.Rule;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.List;

/**
 * Pashto. Every owner stands before what it owns, with <i>da</i> before it: <i>da Chin da bahranyo charo wizarat</i>.
 */
public final class PashtoGrammar extends PhraseGrammar {
    private static final int LONGEST_NAME = 3;

    /** Pashto. */
    public PashtoGrammar() {
        super(new WordOrder("ps", true, false, false, LONGEST_NAME));
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(PashtoRule.values());
    }

    @Override
    public List<Actor> mentions(Units units, Sentence sentence) {
        return StateRows.join(units, super.mentions(units, sentence));
    }

    @Override
    public List<Attribution> attributions(Units units, Sentence sentence, List<Actor> mentions) {
        return new SpeechReader(units, sentence, mentions).find();
    }

    /** Texts are often without full stops; only what sounds like speech goes on without a speaker. */
    @Override
    public Flow flow(Units units, Sentence sentence) {
        Flow flow = super.flow(units, sentence);
        return flow == Flow.OPEN ? Flow.NARRATIVE : flow;
    }
}
