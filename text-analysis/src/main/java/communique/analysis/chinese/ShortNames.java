package communique.analysis.chinese;

import communique.analysis.country.CountrySense;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Term;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import communique.analysis.text.WordSense;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the characters that name a country from the same characters in other words. A short name is one only beside an
 * office or organ, beside another short name, or after a verb such as "visit"; several countries share some of them.
 */
final class ShortNames {
    private final Units units;
    private Map<String, Integer> named;

    ShortNames(Units units) {
        this.units = units;
    }

    /** Settles every short name of the text, and every word of one character that only means something after a name. */
    void settle() {
        for (int unit = units.count() - 1; unit >= 0; unit--) {
            Term term = units.term(unit);
            if (term != null && isShort(unit)) {
                units.settle(unit, isName(unit) ? meant(term) : term.sense(WordSense.class));
            }
        }
        for (int unit = 0; unit < units.count(); unit++) {
            if (isDependent(unit) && !units.is(unit - 1, Kind.COUNTRY)) {
                units.settle(unit, null);
            }
        }
    }

    private boolean isShort(int unit) {
        CountrySense country = units.sense(unit, CountrySense.class);
        return country != null && country.reference().isShort();
    }

    private static boolean isOneCharacter(Term term) {
        return term.text().length() == 1;
    }

    /** "side", "army", "media" as a last character. */
    private boolean isDependent(int unit) {
        Term term = units.term(unit);
        return term != null
                && isOneCharacter(term)
                && (term.is(Kind.OFFICE) || term.is(Kind.ORGAN) || term.is(Kind.OUTSIDER));
    }

    /** Goes from the end of the text to its beginning, so that what follows is settled. */
    private boolean isName(int unit) {
        return !isNumber(unit - 1)
                && ((isAdjacent(unit + 1, unit) && (isTitle(unit + 1) || isPaired(unit + 1)))
                        || (isAdjacent(unit, unit - 1) && isAfterLead(unit))
                        || speaksAtHead(unit));
    }

    /** "On the 12th the foreign ministry": the character for day is that for Japan. */
    private boolean isNumber(int unit) {
        return units.isNumber(unit) || units.is(unit, WordClass.ORDINAL);
    }

    private boolean isAdjacent(int unit, int before) {
        return before >= 0 && unit < units.count() && units.start(unit) == units.end(before);
    }

    private boolean isTitle(int unit) {
        boolean modified = units.is(unit, WordClass.MODIFIER) || units.is(unit, WordClass.FORMER);
        return isBody(unit)
                || (modified && isBody(unit + 1))
                || units.is(unit, WordClass.PAIR)
                || units.is(unit, WordClass.COLLECTIVE)
                || (units.is(unit, WordClass.SCOPE) && isCountry(unit + 1));
    }

    private boolean isBody(int unit) {
        return units.is(unit, Kind.OFFICE) || units.is(unit, Kind.ORGAN) || units.is(unit, Kind.OUTSIDER);
    }

    private boolean isCountry(int unit) {
        return units.is(unit, Kind.COUNTRY);
    }

    /** The next character is a short name too, and settled as one. */
    private boolean isPaired(int next) {
        return isCountry(next) && isOneCharacter(units.term(next));
    }

    /** A short name keeps to short words: after a verb of two characters "zhong" is "in", not China. */
    private boolean isAfterLead(int unit) {
        boolean longLead = units.end(unit - 1) - units.start(unit - 1) > 1;
        if (units.is(unit - 1, WordClass.SCOPE)) {
            return !longLead || !units.is(unit, WordClass.POSTPOSITION);
        }
        boolean closed = unit + 1 >= units.count() || !units.isPlainWord(unit + 1);
        return (closed && units.is(unit - 1, WordClass.PREPOSITION))
                || (units.is(unit + 1, WordClass.RELATION) && isShort(unit - 1));
    }

    /** "Russia says", in a headline; the name may be the last of a row. */
    private boolean speaksAtHead(int unit) {
        int first = unit;
        while (isAdjacent(first, first - 1) && isShort(first - 1)) {
            first--;
        }
        boolean head = first == 0 || !isAdjacent(first, first - 1) || units.isMark(first - 1);
        boolean acts = units.is(unit + 1, Kind.VERB) || units.isNumber(unit + 1) || isCountry(unit + 1);
        return head && isAdjacent(unit + 1, unit) && acts;
    }

    /** Of the countries that share the name the one the text names most; where it names none, the one that is first. */
    private CountrySense meant(Term term) {
        List<CountrySense> senses = term.senses(CountrySense.class);
        CountrySense best = null;
        int most = 0;
        for (CountrySense sense : senses) {
            int count = named().getOrDefault(sense.code(), 0);
            if (count > most) {
                most = count;
                best = sense;
            } else if (best == null && sense.reference() == Reference.SHORT) {
                best = sense;
            }
        }
        return best;
    }

    private Map<String, Integer> named() {
        if (named == null) {
            named = new HashMap<>();
            for (int unit = 0; unit < units.count(); unit++) {
                if (units.is(unit, Kind.COUNTRY) && !isShort(unit)) {
                    named.merge(units.sense(unit, CountrySense.class).code(), 1, Integer::sum);
                }
            }
        }
        return named;
    }
}
