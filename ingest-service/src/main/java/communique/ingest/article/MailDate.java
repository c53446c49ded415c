package communique.ingest.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as mail writes them, RFC 822 and its children, and as C's {@code asctime} does. */
final class MailDate {
    private static final String WEEKDAY = "(?:\\p{L}{2,}\\.?[,\\s]\\s*)?";
    private static final Pattern DAY_FIRST = Pattern.compile(
            WEEKDAY + "(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]+(\\p{L}{3,})[.,]?[\\s-]+(\\d{4}|\\d{2})(?!\\d)[,\\s]*(.*)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile(WEEKDAY + "(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)[,\\s]*(.*)");
    private static final Pattern YEAR_LAST = Pattern.compile(
            WEEKDAY + "(\\p{L}{3,})\\.?\\s+(\\d{1,2})\\s+(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s*(\\S*)\\s+(\\d{4})");

    private static final int LONGEST_MONTH = 31;

    private MailDate() {}

    static Optional<Instant> parse(String text) {
        Matcher matcher = DAY_FIRST.matcher(text);
        if (matcher.matches()) {
            return at(year(matcher.group(3)), matcher.group(2), matcher.group(1), matcher.group(4));
        }
        matcher = YEAR_LAST.matcher(text);
        if (matcher.matches()) {
            String time = matcher.group(3) + " " + matcher.group(4);
            return at(year(matcher.group(5)), matcher.group(1), matcher.group(2), time);
        }
        matcher = MONTH_FIRST.matcher(text);
        return matcher.matches()
                ? at(year(matcher.group(3)), matcher.group(1), matcher.group(2), matcher.group(4))
                : Optional.empty();
    }

    /** The year two digits stand for: those of the web's time. */
    static int century(int year) {
        return year >= 90 ? 1900 + year : 2000 + year;
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? century(year) : year;
    }

    /** The 31st of a month that has none is the day after its last. */
    private static Optional<Instant> at(int year, String monthName, String dayNumber, String rest) {
        int day = Integer.parseInt(dayNumber);
        if (day < 1 || day > LONGEST_MONTH) {
            throw new DateTimeException("no day of a month: " + day);
        }
        TimeText time = TimeText.parse(rest);
        return MonthNames.of(monthName)
                .map(month -> LocalDate.of(year, month, 1)
                        .plusDays(day - 1)
                        .atTime(time.time().orElse(LocalTime.MIDNIGHT))
                        .plusDays(time.nextDay() ? 1 : 0)
                        .toInstant(time.zone().orElse(ZoneOffset.UTC)));
    }
}
