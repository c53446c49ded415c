package communique.analysis.phrase;

import communique.analysis.speaker.Actor;
import communique.analysis.statement.Flow;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.List;

/** A phrase grammar of a language whose verb stands last, such as Persian, Urdu and Pashto. */
public class VerbFinalGrammar extends PhraseGrammar {
    /** For a language of a word order. */
    public VerbFinalGrammar(WordOrder order) {
        super(order);
    }

    @Override
    ClauseReader reader(Units units, WordOrder words, Sentence sentence, List<Actor> mentions) {
        return new VerbFinalReader(units, words, sentence, mentions);
    }

    /** Newspapers of these languages give each sentence a paragraph; "we" goes on over its end. */
    @Override
    public Flow flow(Units units, Sentence sentence) {
        Flow flow = super.flow(units, sentence);
        return flow == Flow.SPEECH && saysWe(units, sentence) ? Flow.OWN : flow;
    }

    private static boolean saysWe(Units units, Sentence sentence) {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, WordClass.WE)) {
                return true;
            }
        }
        return false;
    }
}
