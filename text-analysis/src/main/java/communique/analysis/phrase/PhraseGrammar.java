package communique.analysis.phrase;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.Flow;
import communique.analysis.statement.Grammar;
import communique.analysis.statement.Rule;
import communique.analysis.statement.SpeechAct;
import communique.analysis.statement.SpeechNounSense;
import communique.analysis.statement.VerbSense;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A grammar that reads phrases as runs of known words and clauses by their word order. A language is its data folder
 * and one of these; one that needs more overrides a part.
 */
public class PhraseGrammar implements Grammar {
    /** The kinds of terms a phrase can begin with. */
    private static final int PARTS = Kind.COUNTRY.bit()
            | Kind.PERSON.bit()
            | Kind.OFFICE.bit()
            | Kind.ORGAN.bit()
            | Kind.BLOC.bit()
            | Kind.OUTSIDER.bit()
            | Kind.SPEECH_NOUN.bit()
            | Kind.WORD.bit();

    private final WordOrder order;

    /** For a language of a word order. */
    public PhraseGrammar(WordOrder order) {
        this.order = order;
    }

    @Override
    public String language() {
        return order.language();
    }

    @Override
    public List<? extends Rule> rules() {
        return PhraseRule.all(order.language());
    }

    @Override
    public List<Actor> mentions(Units units, Sentence sentence) {
        List<Actor> mentions = new ArrayList<>();
        int unit = sentence.from();
        while (unit < sentence.to()) {
            Actor mention = canBegin(units, unit)
                    ? PhraseReader.read(units, order, sentence, unit).orElse(null)
                    : null;
            if (mention != null) {
                mentions.add(mention);
            }
            unit = mention == null ? unit + 1 : mention.to();
        }
        return mentions;
    }

    private static boolean canBegin(Units units, int unit) {
        return (units.kinds(unit) & PARTS) != 0 || units.isCapital(unit);
    }

    @Override
    public List<Attribution> attributions(Units units, Sentence sentence, List<Actor> mentions) {
        return reader(units, order, sentence, mentions).find();
    }

    /** So many units an unknown name has at most. */
    final int longestName() {
        return order.longestName();
    }

    /** What reads the clauses of a sentence. */
    ClauseReader reader(Units units, WordOrder words, Sentence sentence, List<Actor> mentions) {
        return new ClauseReader(units, words, sentence, mentions);
    }

    @Override
    public Flow flow(Units units, Sentence sentence) {
        if (isPoint(units, sentence.from())) {
            return Flow.POINT;
        }
        if (units.holds(sentence, WordClass.WE)
                || units.holds(sentence, WordClass.MODAL)
                || units.holds(sentence, WordClass.READY)) {
            return Flow.SPEECH;
        }
        return units.holds(sentence, WordClass.PAST) ? Flow.NARRATIVE : Flow.OPEN;
    }

    private static boolean isPoint(Units units, int from) {
        if (units.is(from, WordClass.ORDINAL)) {
            return units.isMark(from + 1);
        }
        int number = units.isMark(from, '(') ? from + 1 : from;
        return units.isNumber(number)
                && units.end(number) - units.start(number) <= 2
                && (units.isMark(number + 1, '.') || units.isMark(number + 1, ')') || units.isMark(number + 1, '、'));
    }

    @Override
    public boolean announcesJointPoints(Units units, Sentence sentence) {
        return units.holds(sentence, Kind.SPEECH_NOUN)
                && any(sentence, unit -> {
                    SpeechNounSense noun = units.sense(unit, SpeechNounSense.class);
                    return noun != null && noun.act() == SpeechAct.AGREE;
                });
    }

    @Override
    public boolean announcesEvent(Units units, Sentence sentence) {
        return any(sentence, unit -> {
            VerbSense verb = units.sense(unit, VerbSense.class);
            return units.is(unit, WordClass.EVENT) || (verb != null && verb.pattern() == VerbSense.Pattern.TOPIC);
        });
    }

    private static boolean any(Sentence sentence, IntPredicate is) {
        return IntStream.range(sentence.from(), sentence.to()).anyMatch(is);
    }
}
