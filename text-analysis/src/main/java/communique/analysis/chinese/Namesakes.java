package communique.analysis.chinese;

import communique.analysis.lexicon.Kind;
import communique.analysis.text.Units;

/** Tells known people from others whose given name or surname is the same: a dot parts the names of a foreigner. */
final class Namesakes {
    private static final char DOT = '·';

    private Namesakes() {}

    /** Settles as plain words the names of others. */
    static void settle(Units units) {
        for (int unit = 0; unit < units.count(); unit++) {
            if (units.is(unit, Kind.PERSON) && (units.isMark(unit - 1, DOT) || units.isMark(unit + 1, DOT))) {
                units.settle(unit, null);
            }
        }
    }
}
