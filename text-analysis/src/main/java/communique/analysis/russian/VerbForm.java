package communique.analysis.russian;

import communique.analysis.text.Units;

/** The form of a verb, told by its ending. */
enum VerbForm {
    SINGULAR,
    PLURAL,
    GERUND;

    static VerbForm of(Units units, int verb) {
        int end = firstWordEnd(units, verb);
        if (ends(units, end, "ли") || ends(units, end, "лись") || isPresent(units, end, "юуая")) {
            return PLURAL;
        }
        boolean singular = ends(units, end, "л")
                || ends(units, end, "ла")
                || ends(units, end, "ло")
                || ends(units, end, "лся")
                || ends(units, end, "лась")
                || ends(units, end, "лось")
                || isPresent(units, end, "еи");
        return singular ? SINGULAR : GERUND;
    }

    private static boolean isPresent(Units units, int end, String vowels) {
        int stem = ends(units, end, "ся") ? end - 2 : end;
        return ends(units, stem, "т") && vowels.indexOf(units.text().charAt(stem - 2)) >= 0;
    }

    /** After the verb itself, which fixed words may follow and a negation may precede. */
    private static int firstWordEnd(Units units, int verb) {
        int from = units.start(verb);
        if (units.text().charAt(from) == 'н'
                && units.text().charAt(from + 1) == 'е'
                && units.text().charAt(from + 2) == ' ') {
            from += 3;
        }
        int end = from;
        while (end < units.end(verb) && units.text().charAt(end) != ' ') {
            end++;
        }
        return end;
    }

    private static boolean ends(Units units, int end, String ending) {
        for (int i = 0; i < ending.length(); i++) {
            int at = end - ending.length() + i;
            if (at < 0 || units.text().charAt(at) != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
