package communique.analysis.persian;

import communique.analysis.phrase.VerbFinalGrammar;
import communique.analysis.phrase.WordOrder;
import communique.analysis.statement.Flow;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.Optional;
import java.util.Set;

/** Persian of Iran and Dari of Afghanistan: owners follow what they own, and most of the press is Iranian. */
public final class PersianGrammar extends VerbFinalGrammar {
    private static final String HOME = "IR";

    /** Offices and organs that every reader takes for those of the home state. */
    private static final Set<String> OF_STATE = Set.of(
            "head-of-state",
            "foreign-minister",
            "deputy-foreign-minister",
            "foreign-ministry",
            "minister",
            "spokesperson",
            "interior-minister",
            "interior-ministry",
            "defence-minister",
            "defence-ministry",
            "security-council",
            "security-secretary",
            "speaker-of-parliament",
            "committee-spokesperson",
            "permanent-representative");

    /** The one grammar of both. */
    public PersianGrammar() {
        super(new WordOrder("fa", false, true, false, 3));
    }

    @Override
    public Optional<String> home(String office) {
        return Optional.of(HOME).filter(state -> OF_STATE.contains(office));
    }

    /** Persian tells events in the perfect too. */
    @Override
    public Flow flow(Units units, Sentence sentence) {
        Flow flow = super.flow(units, sentence);
        return flow == Flow.OPEN && endsInPerfect(units, sentence) ? Flow.NARRATIVE : flow;
    }

    private static boolean endsInPerfect(Units units, Sentence sentence) {
        for (int unit = Math.max(sentence.from() + 1, sentence.to() - 3); unit < sentence.to(); unit++) {
            if (units.is(unit, WordClass.AUXILIARY) && units.last(unit - 1) == 'ه') {
                return true;
            }
        }
        return false;
    }
}
