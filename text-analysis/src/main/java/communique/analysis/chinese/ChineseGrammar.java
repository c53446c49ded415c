package communique.analysis.chinese;

import communique.analysis.phrase.PhraseGrammar;
import communique.analysis.phrase.WordOrder;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.Flow;
import communique.analysis.statement.Rule;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.List;
import java.util.Set;

/** The grammar of Chinese. */
public final class ChineseGrammar extends PhraseGrammar {
    /** Transliterated names are long. */
    private static final int LONGEST_NAME = 8;

    /** Organs that are China's where nobody's name stands before them. */
    private static final Set<String> HOME_ORGANS = Set.of("foreign-ministry", "defence-ministry", "security-council");

    private static final List<String> HOME = List.of("CN");

    /** The grammar, without state. */
    public ChineseGrammar() {
        super(new WordOrder("zh", true, false, false, LONGEST_NAME));
    }

    @Override
    public List<Rule> rules() {
        return ChineseRule.all();
    }

    @Override
    public void settle(Units units) {
        new ShortNames(units).settle();
    }

    /** In Chinese "the foreign ministry" alone is that of China. */
    @Override
    public List<Actor> mentions(Units units, Sentence sentence) {
        return super.mentions(units, sentence).stream()
                .map(mention -> isHome(units, mention) ? mention.of(HOME) : mention)
                .toList();
    }

    private static boolean isHome(Units units, Actor mention) {
        return mention.type() == ActorType.BARE
                && mention.office().filter(HOME_ORGANS::contains).isPresent()
                && !units.is(mention.from() - 1, WordClass.DETERMINER);
    }

    @Override
    public List<Attribution> attributions(Units units, Sentence sentence, List<Actor> mentions) {
        return new SpeakerFinder(units, sentence, mentions).find();
    }

    @Override
    public Flow flow(Units units, Sentence sentence) {
        if (isPoint(units, sentence.from())) {
            return Flow.POINT;
        }
        Flow flow = Flow.OPEN;
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, WordClass.WE)) {
                return Flow.OWN;
            }
            if (units.is(unit, WordClass.PAST)) {
                flow = Flow.NARRATIVE;
            } else if (flow == Flow.OPEN && units.is(unit, WordClass.MODAL)) {
                flow = Flow.SPEECH;
            }
        }
        return flow;
    }

    private static boolean isPoint(Units units, int from) {
        boolean numbered = units.isNumber(from) || units.is(from, WordClass.ORDINAL);
        boolean marked = units.isMark(from + 1, '、') || units.isMark(from + 1, ',') || units.isMark(from + 1, '.');
        return numbered && (marked || endsInVerb(units, from));
    }

    /** "One is ...", "two must ...". */
    private static boolean endsInVerb(Units units, int ordinal) {
        char last = units.text().charAt(units.end(ordinal) - 1);
        return last == '是' || last == '要';
    }
}
