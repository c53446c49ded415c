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
            }
        }
        if (militants != null && theirs > countries(units)) {
            settle(units, militants);
        }
    }

    /** How often Afghanistan itself is named. */
    private static int countries(Units units) {
        int countries = 0;
        for (int unit = 0; unit < units.count(); unit++) {
            boolean named = isAfghanistan(units, unit) && !isRuler(units, unit) && !isMilitants(units, unit);
            named = named && !isBorder(units, unit);
            countries += named ? 1 : 0;
        }
        return countries;
    }

    private static void settle(Units units, OutsiderSense militants) {
        for (int unit = 0; unit < units.count(); unit++) {
            if (isAfghanistan(units, unit) && isRuler(units, unit) && !isAfghanistan(units, unit - 1)) {
                units.settle(unit, militants);
            }
        }
    }

    /** "the Afghan border", "the border with Afghanistan": militants of both countries are met there. */
    private static boolean isBorder(Units units, int unit) {
        boolean with = units.reads(unit - 1, "with");
        return units.reads(unit + 1, "border")
                || units.reads(unit + 1, "frontier")
                || (with && (units.reads(unit - 2, "border") || units.reads(unit - 2, "the border")));
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
