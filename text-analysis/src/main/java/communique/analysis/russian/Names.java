package communique.analysis.russian;

import communique.analysis.lexicon.Kind;
import communique.analysis.text.Units;

/** Finds the ends of names that nobody knows: words with capitals. */
final class Names {
    private static final int LONGEST = 4;

    private final Units units;
    private final int limit;

    Names(Units units, int limit) {
        this.units = units;
        this.limit = limit;
    }

    /** The unit after the initials that stand before a surname, as in "С. В. Лавров"; the unit itself without any. */
    int afterInitials(int unit) {
        int end = unit;
        while (end + 1 < limit
                && units.isCapital(end)
                && units.end(end) - units.start(end) == 1
                && units.isMark(end + 1, '.')) {
            end += 2;
        }
        return end;
    }

    /**
     * The unit after a name; the unit itself where none begins.
     *
     * @param first whether a clause begins there: one word alone is a name then only before a verb of speech
     */
    int end(int unit, boolean first) {
        int begin = afterInitials(unit);
        int end = begin;
        while (end < limit && units.isPlainWord(end) && units.isCapital(end) && end - begin < LONGEST) {
            end++;
        }
        boolean wordOfClause = first && begin == unit && end == begin + 1 && !units.is(end, Kind.VERB);
        return end == begin || wordOfClause ? unit : end;
    }
}
