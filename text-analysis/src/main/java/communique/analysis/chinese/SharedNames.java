package communique.analysis.chinese;

import communique.analysis.country.CountrySense;
import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Term;
import communique.analysis.speaker.Person;
import communique.analysis.speaker.PersonSense;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells people apart whose names are written with the same characters: Mottaki of Iran and Muttaqi of Afghanistan. The
 * country before the office tells; else who was meant last; else the country the text names most.
 */
final class SharedNames {
    private static final int LONGEST_TITLE = 6;

    private final Units units;
    private final Map<String, PersonSense> last = new HashMap<>();

    SharedNames(Units units) {
        this.units = units;
    }

    void settle() {
        for (int unit = 0; unit < units.count(); unit++) {
            Term term = units.term(unit);
            if (term != null && term.is(Kind.PERSON)) {
                settle(unit, term);
            }
        }
    }

    private void settle(int unit, Term term) {
        List<PersonSense> senses = term.senses(PersonSense.class);
        if (senses.size() > 1) {
            PersonSense meant = titled(unit, senses)
                    .or(() -> Optional.ofNullable(last.get(term.text())))
                    .orElseGet(() -> ofMostNamed(senses));
            last.put(term.text(), meant);
            units.settle(unit, meant);
        }
    }

    private Optional<PersonSense> titled(int unit, List<PersonSense> senses) {
        for (int before = unit - 1; before >= 0 && before >= unit - LONGEST_TITLE && isTitle(before); before--) {
            CountrySense country = units.sense(before, CountrySense.class);
            if (country != null) {
                return senses.stream()
                        .filter(sense -> serves(sense.person(), country.code()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private boolean isTitle(int unit) {
        return units.is(unit, Kind.COUNTRY)
                || units.is(unit, Kind.OFFICE)
                || units.is(unit, Kind.ORGAN)
                || units.is(unit, WordClass.MODIFIER);
    }

    private static boolean serves(Person person, String country) {
        return person.tenures().stream().anyMatch(tenure -> tenure.country().equals(country));
    }

    private PersonSense ofMostNamed(List<PersonSense> senses) {
        PersonSense best = senses.get(0);
        int most = -1;
        for (PersonSense sense : senses) {
            int named = named(sense.person().latest().country());
            if (named > most) {
                most = named;
                best = sense;
            }
        }
        return best;
    }

    private int named(String country) {
        int count = 0;
        for (int unit = 0; unit < units.count(); unit++) {
            CountrySense sense = units.sense(unit, CountrySense.class);
            count += sense != null && sense.code().equals(country) ? 1 : 0;
        }
        return count;
    }
}
