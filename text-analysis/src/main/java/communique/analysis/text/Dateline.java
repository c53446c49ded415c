package communique.analysis.text;

import communique.analysis.country.CountrySense;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.lexicon.CharClass;
import communique.analysis.lexicon.Kind;

/**
 * The dateline at the head of a report: place, date, agency, and a dash or colon: "KABUL, 14 April (Agency) --",
 * "TEHRAN –", "MOSCOW, February 2. /TASS/.".
 */
public final class Dateline {
    private static final int LONGEST = 14;
    private static final int LONGEST_AGENCY = 5;

    /** A town and its country, or two towns; more of them are a list. */
    private static final int MOST_PLACES = 2;

    private static final int LONGEST_DISPATCH = 24;
    private static final String OPENING = "“「『《\"";

    private Dateline() {}

    /** The unit after the dateline a sentence begins with; its first unit where it begins with none. */
    public static int end(Units units, Sentence sentence) {
        int from = sentence.from();
        int dispatch = afterDispatch(units, sentence);
        if (dispatch > from) {
            return dispatch;
        }
        if (!units.is(from, Kind.COUNTRY)) {
            return from;
        }
        int places = 1;
        for (int unit = from + 1; unit < Math.min(from + LONGEST, sentence.to()); unit++) {
            places += units.is(unit, Kind.COUNTRY) ? 1 : 0;
            if (closes(units, sentence, unit)) {
                return afterAgency(units, afterMarks(units, unit + 1, sentence.to()), sentence.to());
            }
            if (places > MOST_PLACES || !belongs(units, unit)) {
                return from;
            }
        }
        return from;
    }

    /** Whether a sentence is nothing but place and day of a dateline, cut off from its agency by a full stop. */
    public static boolean isAll(Units units, Sentence sentence) {
        boolean place = units.is(sentence.from(), Kind.COUNTRY) && sentence.to() - sentence.from() > 2;
        for (int unit = sentence.from(); place && unit < sentence.to(); unit++) {
            place = belongs(units, unit);
        }
        return place;
    }

    /**
     * The place in the dateline that a sentence was cut behind; -1 where it was not, or where no dateline ends there.
     */
    public static int place(Units units, Sentence cut) {
        int first = cut.from();
        while (first > 0 && !units.isMark(first - 1, '\n') && cut.from() - first <= LONGEST + 2) {
            first--;
        }
        boolean headOfLine = first == 0 || units.isMark(first - 1, '\n');
        boolean place = first < cut.from() && headOfLine && units.is(first, Kind.COUNTRY);
        return place && end(units, cut.from(first)) >= cut.from() ? first : -1;
    }

    /**
     * Chinese: agency, place and day end in a word for dispatch, with a bracket or colon around or after it. The unit
     * after all of it; the first unit where there is none.
     */
    private static int afterDispatch(Units units, Sentence sentence) {
        if (units.is(sentence.from(), WordClass.ACCORDING)) {
            return sentence.from();
        }
        int limit = Math.min(sentence.from() + LONGEST_DISPATCH, sentence.to());
        for (int unit = sentence.from(); unit < limit && !units.is(unit, Kind.VERB); unit++) {
            if (units.is(unit, WordClass.DISPATCH) && endsHead(units, unit + 1)) {
                return afterBrackets(units, unit + 1, sentence.to());
            }
        }
        return sentence.from();
    }

    private static boolean endsHead(Units units, int unit) {
        return units.isMark(unit) || units.start(unit) > units.end(unit - 1);
    }

    /** Over a byline in brackets, and the colon or bracket that closes. */
    private static int afterBrackets(Units units, int from, int to) {
        int unit = from;
        int open = 0;
        while (unit < to && (open > 0 || units.isMark(unit))) {
            if (units.isMark(unit, '(')) {
                open++;
            } else if (units.isMark(unit, ')')) {
                open = Math.max(0, open - 1);
            } else if (open == 0 && OPENING.indexOf(units.first(unit)) >= 0) {
                break;
            }
            unit++;
        }
        return unit < to ? unit : from;
    }

    /**
     * A dash, or the slash after an agency's name; a colon only right after the place, or it would end a headline's
     * speaker.
     */
    private static boolean closes(Units units, Sentence sentence, int unit) {
        int from = sentence.from();
        if (units.isMark(unit, '—')
                || (units.isMark(unit, '-') && (units.isMark(unit + 1, '-') || hasBlanks(units, unit)))) {
            return true;
        }
        boolean place = units.text().isCased() ? isAllCapitals(units, from) : isTown(units, sentence);
        return (units.isMark(unit, ':') && place && unit <= from + LONGEST_AGENCY)
                || (units.isMark(unit, '/') && units.isMark(unit - 2, '/'))
                || (units.is(unit, Kind.OUTLET) && units.first(unit) == '/');
    }

    /**
     * Without capitals only a town opens a dateline, and not in a headline, where the town may stand for who speaks.
     */
    private static boolean isTown(Units units, Sentence sentence) {
        if (sentence.heading() || CharClass.isUnspaced(units.first(sentence.from()))) {
            return false;
        }
        Reference reference = units.sense(sentence.from(), CountrySense.class).reference();
        return reference == Reference.CAPITAL || reference == Reference.PLACE;
    }

    private static boolean hasBlanks(Units units, int unit) {
        return units.start(unit) > units.end(unit - 1)
                || (unit + 1 < units.count() && units.start(unit + 1) > units.end(unit));
    }

    private static boolean isAllCapitals(Units units, int unit) {
        if (CharClass.isUnspaced(units.first(unit))) {
            return false;
        }
        for (int i = units.start(unit); i < units.end(unit); i++) {
            if (CharClass.isLower(units.text().originalAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean belongs(Units units, int unit) {
        return units.is(unit, Kind.COUNTRY)
                || units.is(unit, Kind.OUTSIDER)
                || units.is(unit, WordClass.MONTH)
                || units.is(unit, WordClass.SOLAR_MONTH)
                || units.is(unit, WordClass.YEAR)
                || units.is(unit, WordClass.WEEKDAY)
                || units.isNumber(unit)
                || units.isMark(unit, ',')
                || units.isMark(unit, '.')
                || units.isMark(unit, '(')
                || units.isMark(unit, ')')
                || units.isMark(unit, '/')
                || isAgency(units, unit);
    }

    /** A name of up to two words after a bracket or slash: "(Web Desk)". */
    private static boolean isAgency(Units units, int unit) {
        int first = units.isCapital(unit - 1) ? unit - 1 : unit;
        return units.isCapital(unit) && (units.isMark(first - 1, '(') || units.isMark(first - 1, '/'));
    }

    /** "Kabul - Agency - ...": the agency between dashes of its own. */
    private static int afterAgency(Units units, int from, int to) {
        boolean agency = units.is(from, Kind.OUTSIDER)
                && (units.isMark(from + 1, '-') || units.isMark(from + 1, '—') || units.isMark(from + 1, ':'));
        return agency ? afterMarks(units, from + 2, to) : from;
    }

    private static int afterMarks(Units units, int from, int to) {
        int unit = from;
        while (unit < to && (units.isMark(unit, '-') || units.isMark(unit, '—') || units.isMark(unit, '.'))) {
            unit++;
        }
        return unit < to ? unit : from;
    }
}
