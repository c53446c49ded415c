package communique.analysis.english;

import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.BitSet;

/** Which units of a sentence stand between quotation marks. */
final class Quotation {
    private final BitSet quoted = new BitSet();

    private Quotation() {}

    /** Reads the marks of a sentence; a quotation that came into it ends at its first closing mark. */
    static Quotation in(Units units, Sentence sentence) {
        Quotation quotation = new Quotation();
        boolean open = sentence.beginsQuoted();
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.isMark(unit)) {
                char mark = units.text().originalAt(units.start(unit));
                open = mark == '"' ? !open : mark == '“' || mark == '«' || (open && mark != '”' && mark != '»');
            }
            quotation.quoted.set(unit, open);
        }
        return quotation;
    }

    /** Whether a unit is quoted. */
    boolean holds(int unit) {
        return quoted.get(unit);
    }
}
