package communique.analysis.russian;

import communique.analysis.lexicon.Inflection;
import communique.analysis.lexicon.Kind;
import communique.analysis.phrase.PhraseGrammar;
import communique.analysis.phrase.WordOrder;
import communique.analysis.speaker.Actor;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.Flow;
import communique.analysis.statement.Rule;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Russian: cases tell who acts, so that the order of words need not. */
public final class RussianGrammar extends PhraseGrammar {
    private static final WordOrder ORDER = new WordOrder("ru", true, true, true, 4);

    /** Offices and organs a state has one of, which its press names without the state. */
    private static final Set<String> CENTRAL =
            Set.of("head-of-state", "foreign-minister", "foreign-ministry", "defence-ministry", "defence-minister");

    private final Inflection inflection = new RussianInflection();

    /** The grammar; its data is read by the analyzer. */
    public RussianGrammar() {
        super(ORDER);
    }

    @Override
    public Optional<String> home(String office) {
        return CENTRAL.contains(office) ? Optional.of("RU") : Optional.empty();
    }

    @Override
    public Inflection inflection() {
        return inflection;
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(RussianRule.values());
    }

    @Override
    public List<Actor> mentions(Units units, Sentence sentence) {
        List<Actor> mentions = new ArrayList<>();
        int unit = sentence.from();
        while (unit < sentence.to()) {
            boolean first = unit == sentence.from() || units.isMark(unit - 1);
            Optional<Actor> mention = units.term(unit) != null || units.isCapital(unit)
                    ? RussianPhraseReader.read(units, sentence, unit, first)
                    : Optional.empty();
            mention.ifPresent(mentions::add);
            unit = mention.map(Actor::to).orElse(unit + 1);
        }
        return mentions;
    }

    @Override
    public List<Attribution> attributions(Units units, Sentence sentence, List<Actor> mentions) {
        return new RussianClauseReader(units, sentence, mentions).find();
    }

    @Override
    public boolean pointsBack(Units units, Sentence sentence) {
        return units.is(sentence.from(), WordClass.BACK);
    }

    @Override
    public Flow flow(Units units, Sentence sentence) {
        int first = sentence.from();
        while (first < sentence.to() && (units.isMark(first) || units.is(first, Kind.OUTLET))) {
            first++;
        }
        if (units.is(first, WordClass.WE)) {
            return Flow.OWN;
        }
        Flow flow = super.flow(units, sentence);
        boolean open = flow == Flow.OPEN;
        for (int unit = sentence.from(); open && unit < sentence.to(); unit++) {
            if (isPast(units, unit)) {
                return Flow.NARRATIVE;
            }
        }
        return flow;
    }

    /** A word in small letters that nobody knows and that ends as verbs of the past do. */
    private static boolean isPast(Units units, int unit) {
        if (!units.isPlainWord(unit) || units.isCapital(unit) || units.end(unit) - units.start(unit) < 4) {
            return false;
        }
        int end = units.end(unit);
        char last = units.text().charAt(end - 1);
        boolean reflexive = (last == 'я' || last == 'ь') && units.text().charAt(end - 2) == 'с';
        int stem = reflexive ? end - 2 : end;
        if (units.text().charAt(stem - 1) != 'л') {
            stem--;
        }
        return stem - units.start(unit) >= 3
                && units.text().charAt(stem - 1) == 'л'
                && (stem == end || "лаои".indexOf(units.text().charAt(end - (reflexive ? 3 : 1))) >= 0)
                && "аеиоуыя".indexOf(units.text().charAt(stem - 2)) >= 0;
    }
}
