package communique.analysis.chinese;

import communique.analysis.country.CountrySense;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.OutsiderSense;
import communique.analysis.text.Units;
import java.util.Set;

/**
 * Tells which Taliban fighters a text means that names Pakistan and never Afghanistan: those that Pakistan fights at
 * home.
 */
final class PakistaniTaliban {
    private static final OutsiderSense MILITANTS = new OutsiderSense("militant-group");
    private static final Set<String> FIGHTERS = Set.of("武装", "分子", "成员", "头目", "据点", "营地", "战士", "嫌犯");

    private final Units units;

    PakistaniTaliban(Units units) {
        this.units = units;
    }

    void settle() {
        boolean pakistan = false;
        for (int unit = 0; unit < units.count(); unit++) {
            CountrySense country = units.sense(unit, CountrySense.class);
            if (country != null && country.code().equals("AF") && country.reference() != Reference.RULER) {
                return;
            }
            pakistan |= country != null && country.code().equals("PK");
        }
        for (int unit = 0; pakistan && unit < units.count(); unit++) {
            if (isFighters(unit)) {
                units.settle(unit, MILITANTS);
            }
        }
    }

    private boolean isFighters(int unit) {
        CountrySense country = units.is(unit, Kind.COUNTRY) ? units.sense(unit, CountrySense.class) : null;
        if (country == null || !country.code().equals("AF")) {
            return false;
        }
        return units.normal(unit).contains("武装")
                || FIGHTERS.stream().anyMatch(word -> units.text().reads(units.end(unit), word));
    }
}
