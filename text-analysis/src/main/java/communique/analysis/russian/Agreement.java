package communique.analysis.russian;

import communique.analysis.country.CountrySense;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.lexicon.FormSense;
import communique.analysis.lexicon.FormSense.Case;
import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Term;
import communique.analysis.speaker.Actor;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;

/** Tells from the forms of words which part a phrase can play in its sentence. */
final class Agreement {
    private final Units units;

    Agreement(Units units) {
        this.units = units;
    }

    /** Whether a unit can stand in a case; one whose form tells nothing can stand in any. */
    boolean canBe(int unit, Case kase) {
        return !tells(unit) || is(unit, kase, false) || is(unit, kase, true);
    }

    /** Whether a unit can stand in a case, in one number. */
    private boolean is(int unit, Case kase, boolean plural) {
        Term term = units.term(unit);
        for (int i = 0; i < term.size(); i++) {
            if (term.sense(i) instanceof FormSense form && form.kase() == kase && form.plural() == plural) {
                return true;
            }
        }
        return false;
    }

    private boolean tells(int unit) {
        return units.is(unit, Kind.FORM);
    }

    /** Whether a mention can stand in a case, by all its words up to the first noun. */
    boolean canBe(Actor mention, Case kase) {
        for (int unit = mention.from(); unit < mention.to(); unit++) {
            if (!canBe(unit, kase)) {
                return false;
            }
            if (tells(unit) && !isAdjective(unit)) {
                return true;
            }
        }
        return true;
    }

    /** Whether a mention as a subject can go with a verb in the plural, or in the singular. */
    boolean agrees(Actor subject, boolean plural) {
        if (subject.states().size() > 1 || isJoined(subject)) {
            return plural;
        }
        for (int unit = subject.from(); unit < subject.to(); unit++) {
            if (tells(unit) && !isAdjective(unit)) {
                return is(unit, Case.NOMINATIVE, plural);
            }
        }
        return true;
    }

    private boolean isJoined(Actor subject) {
        for (int unit = subject.from(); unit < subject.to(); unit++) {
            if (units.is(unit, WordClass.AND)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a unit is the adjective of a noun that has to follow it. */
    boolean isAdjective(int unit) {
        return units.is(unit, WordClass.MODIFIER) || units.is(unit, WordClass.FORMER) || isPeoples(unit);
    }

    /** Whether a unit is the adjective of a people, such as Afghan. */
    boolean isPeoples(int unit) {
        CountrySense country = units.sense(unit, CountrySense.class);
        if (country == null || country.reference() != Reference.PEOPLE) {
            return false;
        }
        int stem = units.normal(unit).lastIndexOf("ск");
        return stem >= 0 && units.end(unit) - units.start(unit) - stem >= 3;
    }
}
