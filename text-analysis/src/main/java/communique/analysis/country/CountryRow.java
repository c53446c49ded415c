package communique.analysis.country;

import communique.analysis.lexicon.Kind;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;

/** A row of countries as tables have, with nothing but marks and numbers between: none of them is the matter. */
final class CountryRow {
    /** More than negotiate together in one sentence, the Moscow Format apart. */
    private static final int SHORTEST = 6;

    /** A number with its decimals and unit mark. */
    private static final int WIDEST_GAP = 4;

    private CountryRow() {}

    /** The unit after the row that begins at a unit; the unit itself where none does. */
    static int end(Units units, int from, int limit) {
        int countries = 0;
        int last = from;
        for (int unit = from; unit < limit && unit - last <= WIDEST_GAP; unit++) {
            if (units.is(unit, Kind.COUNTRY)) {
                countries++;
                last = unit + 1;
            } else if (!parts(units, unit)) {
                break;
            }
        }
        return countries >= SHORTEST ? last : from;
    }

    private static boolean parts(Units units, int unit) {
        return units.isMark(unit)
                || units.isNumber(unit)
                || units.is(unit, WordClass.AND)
                || units.is(unit, WordClass.CONJUNCTION);
    }
}
