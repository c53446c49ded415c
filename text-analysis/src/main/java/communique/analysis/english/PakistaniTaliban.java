package communique.analysis.english;

import communique.analysis.country.CountrySense;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.OutsiderSense;
import communique.analysis.text.Units;

/**
 * Tells which Taliban a text means where it does not say so each time: Afghanistan's rulers, or Pakistan's militants.
 */
final class PakistaniTaliban {
    private static final String AFGHANISTAN = "AF";

    private PakistaniTaliban() {}

    /** Settles the bare name in a text that names the militants more often than Afghanistan. */
    static void settle(Units units) {
        OutsiderSense militants = null;
        int theirs = 0;
        for (int unit = 0; unit < units.count(); unit++) {
            if (isMilitants(units, unit)) {
                militants = units.sense(unit, OutsiderSense.class);
                theirs++;
            } else if (isAfghanistan(units, unit) && !isRuler(units, unit)) {
                theirs--;
            }
        }
        if (theirs <= 0) {
            return;
        }
        for (int unit = 0; unit < units.count(); unit++) {
            if (isAfghanistan(units, unit) && isRuler(units, unit) && !isAfghanistan(units, unit - 1)) {
                units.settle(unit, militants);
            }
        }
    }

    private static boolean isMilitants(Units units, int unit) {
        return units.is(unit, Kind.OUTSIDER)
                && (units.reads(unit, "ttp") || units.normal(unit).contains("taliban"));
    }

    private static boolean isAfghanistan(Units units, int unit) {
        return units.is(unit, Kind.COUNTRY)
                && units.sense(unit, CountrySense.class).code().equals(AFGHANISTAN);
    }

    private static boolean isRuler(Units units, int unit) {
        return units.sense(unit, CountrySense.class).reference() == Reference.RULER;
    }
}
