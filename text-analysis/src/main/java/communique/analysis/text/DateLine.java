package communique.analysis.text;

import communique.analysis.lexicon.CharClass;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that gives a date and hardly anything else.
 *
 * @param date the date; empty where the year is missing
 */
record DateLine(Optional<LocalDate> date) {
    private static final int LONGEST = 60;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    /** What was read of the ends is not read another way: a line of many blanks or words would take long. */
    private static final String BEFORE =
            "^[^\\p{L}\\d]*+(?:(?:published|updated|posted|date|on|mon|tue|wed|thu|fri|sat|sun)[a-z]*+[:,.]?+\\s*+){0,3}+";

    private static final String AFTER = "(?:[\\s,|-]*+(?:at)?+\\s*+\\d{1,2}[:.]\\d{2}.{0,20})?\\W*+$";
    private static final Pattern MONTH_FIRST =
            Pattern.compile(BEFORE + MONTH + "\\s++(\\d{1,2})(?:st|nd|rd|th)?,?\\s*+(\\d{4})?" + AFTER);
    private static final Pattern DAY_FIRST =
            Pattern.compile(BEFORE + "(\\d{1,2})(?:st|nd|rd|th)?\\s++" + MONTH + ",?\\s*+(\\d{4})?" + AFTER);
    private static final Pattern ISO = Pattern.compile(BEFORE + "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?" + AFTER);

    /** The date of a line, if the line is one. */
    static Optional<DateLine> read(String line) {
        if (line.length() > LONGEST || !hasDigit(line)) {
            return Optional.empty();
        }
        String lower = line.toLowerCase(Locale.ROOT);
        Matcher month = MONTH_FIRST.matcher(lower);
        if (month.matches()) {
            return of(month.group(3), MONTHS.indexOf(month.group(1)) + 1, month.group(2));
        }
        Matcher day = DAY_FIRST.matcher(lower);
        if (day.matches()) {
            return of(day.group(3), MONTHS.indexOf(day.group(2)) + 1, day.group(1));
        }
        Matcher iso = ISO.matcher(lower);
        return iso.matches() ? of(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3)) : Optional.empty();
    }

    private static boolean hasDigit(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (CharClass.isDigit(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<DateLine> of(String year, int month, String day) {
        try {
            Optional<LocalDate> date = year == null
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
            return Optional.of(new DateLine(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
