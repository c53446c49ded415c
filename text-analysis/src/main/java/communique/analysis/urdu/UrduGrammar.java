package communique.analysis.urdu;

import communique.analysis.phrase.PhraseGrammar;
import communique.analysis.phrase.WordOrder;
import communique.analysis.speaker.Actor;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.Flow;
import communique.analysis.statement.Rule;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Urdu. An owner stands before its office, joined by a linker (<i>Chin ki wizarat-e kharija</i>), or after it without
 * one (<i>tarjuman daftar-e kharija</i>).
 */
public final class UrduGrammar extends PhraseGrammar {
    private static final int LONGEST_NAME = 4;

    private static final Set<String> HOME = Set.of(
            "prime-minister",
            "foreign-minister",
            "federal-minister",
            "foreign-ministry",
            "defence-minister",
            "interior-minister",
            "army-chief");

    /** Urdu. */
    public UrduGrammar() {
        super(new WordOrder("ur", true, true, false, LONGEST_NAME));
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(UrduRule.values());
    }

    /** Most of the Urdu press is Pakistani, and names no state with the highest offices of its own. */
    @Override
    public Optional<String> home(String office) {
        return Optional.of("PK").filter(state -> HOME.contains(office));
    }

    @Override
    public List<Actor> mentions(Units units, Sentence sentence) {
        return Owners.settle(units, super.mentions(units, sentence));
    }

    @Override
    public List<Attribution> attributions(Units units, Sentence sentence, List<Actor> mentions) {
        return new SpeechReader(units, sentence, mentions).find();
    }

    /** Urdu names its speaker anew in nearly every sentence; only what sounds like speech goes on without. */
    @Override
    public Flow flow(Units units, Sentence sentence) {
        Flow flow = super.flow(units, sentence);
        if (flow == Flow.POINT) {
            return flow;
        }
        if (opensQuotation(units, sentence.from())) {
            return Flow.SPEECH;
        }
        return flow == Flow.OPEN ? Flow.NARRATIVE : flow;
    }

    /** A mark before a blank closes what stood before it: "...' On the other hand". */
    private static boolean opensQuotation(Units units, int from) {
        boolean mark = units.isMark(from, '\'') || units.isMark(from, '"');
        return mark && (from + 1 >= units.count() || units.start(from + 1) == units.end(from));
    }
}
