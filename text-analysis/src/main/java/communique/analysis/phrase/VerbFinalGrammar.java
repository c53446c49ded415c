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

    @Override
    public List<Actor> mentions(Units units, Sentence sentence) {
        List<Actor> mentions = super.mentions(units, sentence);
        if (!mentions.isEmpty()) {
            mentions.set(0, introduced(units, sentence, mentions.get(0)));
        }
        return mentions;
    }

    /** With the unknown name that opens the sentence before an office: "Khorram Dastgir, spokesman of the ministry". */
    private Actor introduced(Units units, Sentence sentence, Actor office) {
        int comma = office.from() - 1;
        int length = comma - sentence.from();
        boolean apposed = units.isMark(comma, '،') || units.isMark(comma, ',');
        if (!apposed
                || length < 1
                || length > longestName()
                || office.office().isEmpty()
                || office.name().isPresent()) {
            return office;
        }
        for (int unit = sentence.from(); unit < comma; unit++) {
            if (!units.isPlainWord(unit)) {
                return office;
            }
        }
        return office.named(units.text().originalSlice(units.start(sentence.from()), units.end(comma - 1)));
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
