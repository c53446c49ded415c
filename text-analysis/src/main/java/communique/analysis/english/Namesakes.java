package communique.analysis.english;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Person;
import communique.analysis.speaker.PersonSense;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.Locale;

/**
 * Tells known people and countries from others of the same name: "Kate Bush" is no president, "Jordan Spieth" no
 * kingdom.
 */
final class Namesakes {
    private Namesakes() {}

    /** Settles as plain words the names of others. */
    static void settle(Units units) {
        if (!units.text().isCased()) {
            return;
        }
        for (int unit = 0; unit < units.count(); unit++) {
            if (isOtherPerson(units, unit) || isPersonNamedAsCountry(units, unit)) {
                units.settle(unit, null);
            }
        }
    }

    /** A known person's surname after the given name of somebody else. */
    private static boolean isOtherPerson(Units units, int unit) {
        PersonSense sense = units.sense(unit, PersonSense.class);
        return sense != null
                && !sense.full()
                && isAfterName(units, unit)
                && !isOwn(sense.person(), units.first(unit - 1));
    }

    /** The given name of a person may be spelled otherwise than we know it, but it begins alike. */
    private static boolean isOwn(Person person, char initial) {
        String name = " " + person.name().toLowerCase(Locale.ROOT).replace('-', ' ');
        return name.contains(" " + initial);
    }

    private static boolean isPersonNamedAsCountry(Units units, int unit) {
        return units.is(unit, WordClass.GIVEN_NAME)
                && units.is(unit, Kind.COUNTRY)
                && (isName(units, unit + 1) || isAfterName(units, unit));
    }

    /** Not at the head of a sentence, where any word has a capital. */
    private static boolean isAfterName(Units units, int unit) {
        boolean inside =
                unit >= 2 && (!units.isMark(unit - 2) || units.isMark(unit - 2, ',') || units.isMark(unit - 2, ';'));
        return inside && isName(units, unit - 1);
    }

    private static boolean isName(Units units, int unit) {
        return units.isPlainWord(unit) && units.isCapital(unit);
    }
}
