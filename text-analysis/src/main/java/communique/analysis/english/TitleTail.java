package communique.analysis.english;

import communique.analysis.country.CountrySense;
import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.BlocSense;
import communique.analysis.speaker.NounPhrase;
import communique.analysis.speaker.OrganSense;
import communique.analysis.speaker.OutsiderSense;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;

/**
 * What follows an office or organ: the country after "of" and "from" owns it, and one after "in", unless it was sent
 * there; one after "for", "to" or "on" is only what the office is about.
 */
final class TitleTail {
    private final Units units;
    private final NounPhrase phrase;
    private final int limit;
    private int at;

    private TitleTail(Units units, NounPhrase phrase, int from, int limit) {
        this.units = units;
        this.phrase = phrase;
        this.at = from;
        this.limit = limit;
    }

    /** Takes the tail that begins at a unit into the phrase and tells the unit after it. */
    static int read(Units units, NounPhrase phrase, int from, int limit) {
        TitleTail tail = new TitleTail(units, phrase, from, limit);
        while (tail.at < limit && units.is(tail.at, WordClass.PREPOSITION) && tail.step()) {
            // the next preposition
        }
        return tail.at;
    }

    /**
     * The unit after the members of a group, after "of" or between dashes: "the Extended Troika of Russia and China".
     */
    static int afterMembers(Units units, int from, int limit) {
        boolean dashed = units.isMark(from, '—');
        if (!units.reads(from, "of") && !dashed) {
            return from;
        }
        int end = from;
        for (int unit = from + 1; unit < limit; unit++) {
            if (units.is(unit, Kind.COUNTRY)) {
                end = unit + 1;
            } else if (dashed && end > from && units.isMark(unit, '—')) {
                return unit + 1;
            } else if (!units.isMark(unit, ',') && !units.reads(unit, "and") && !units.reads(unit, "the")) {
                break;
            }
        }
        return end;
    }

    private boolean step() {
        boolean owning = units.reads(at, "of")
                || units.reads(at, "from")
                || (units.reads(at, "in") && !phrase.isPosted() && !phrase.isOwned());
        int next = at + 1;
        if (units.is(next, WordClass.DETERMINER) && !units.is(next, Kind.COUNTRY)) {
            next++;
        }
        if (units.reads(next, "office") && units.reads(next + 1, "of")) {
            next = units.is(next + 2, WordClass.DETERMINER) ? next + 3 : next + 2;
        }
        if ((owning || units.reads(at, "for")) && !phrase.isOwned() && isOfOutsider(next)) {
            phrase.exclude(units.sense(next, OutsiderSense.class));
            at = next + 1;
            return true;
        }
        if (owning
                && !phrase.isOwned()
                && units.is(next, Kind.BLOC)
                && units.normal(at - 1).endsWith("s")) {
            phrase.gatherHolders(units.sense(next, BlocSense.class));
            at = afterMembers(units, next + 1, limit);
            return true;
        }
        if ((owning || isOfOrgan(next)) && !phrase.isOwned() && ownedBy(next)) {
            return true;
        }
        return (owning || isScoping()) && skipScope(next, owning);
    }

    /** "head of the UN mission", "a spokesman for the rebels". */
    private boolean isOfOutsider(int unit) {
        return units.is(unit, Kind.OUTSIDER) && !phrase.isExcluded();
    }

    /** An organ is not "on" a country; what follows is what its words are about. */
    private boolean isScoping() {
        return units.reads(at, "for")
                || units.reads(at, "to")
                || units.reads(at, "in")
                || units.reads(at, "at")
                || (units.reads(at, "on") && !phrase.isOrgan());
    }

    /** "of China, Russia and Iran", "of the Pakistani foreign ministry". */
    private boolean ownedBy(int from) {
        int unit = from;
        boolean found = false;
        while (unit < limit) {
            if (units.is(unit, Kind.COUNTRY)) {
                phrase.own(units.sense(unit++, CountrySense.class));
                found = true;
            } else if (found && leadsToCountry(unit)) {
                unit++;
            } else {
                break;
            }
        }
        if (found && units.isPossessive(unit)) {
            unit++;
        }
        if (units.is(unit, Kind.ORGAN)) {
            phrase.speakFor(units.sense(unit++, OrganSense.class));
            found = true;
        }
        if (found) {
            at = unit;
        }
        return found;
    }

    /** "spokesperson for Pakistan's foreign ministry": the organ's state owns the office. */
    private boolean isOfOrgan(int from) {
        int unit = units.is(from, Kind.COUNTRY) ? from + 1 : from;
        return units.is(units.isPossessive(unit) ? unit + 1 : unit, Kind.ORGAN);
    }

    private boolean leadsToCountry(int unit) {
        boolean joint = units.isMark(unit, ',') || units.is(unit, WordClass.CONJUNCTION);
        return joint
                && (units.is(unit + 1, Kind.COUNTRY)
                        || (units.is(unit + 1, WordClass.CONJUNCTION) && units.is(unit + 2, Kind.COUNTRY)));
    }

    private boolean skipScope(int from, boolean owning) {
        int unit = from;
        while (unit < limit && isScope(unit, owning, from)) {
            unit++;
        }
        if (unit == from) {
            return false;
        }
        at = unit;
        return true;
    }

    private boolean isScope(int unit, boolean owning, int from) {
        boolean place = !owning && unit == from && units.isCapital(unit) && units.isPlainWord(unit);
        return place
                || units.is(unit, Kind.COUNTRY)
                || units.is(unit, Kind.BLOC)
                || units.is(unit, Kind.ORGAN)
                || units.is(unit, Kind.OUTSIDER)
                || units.is(unit, WordClass.MODIFIER)
                || units.reads(unit, "affairs")
                || units.reads(unit, "issues")
                || units.reads(unit, "issue");
    }
}
