package communique.ingest.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the dates that feeds, markup and senders give: ISO 8601 in its common spellings and its parts, that of mail and
 * of C programs, that of databases, and what software writes instead of them. What cannot be a date is none: never a
 * day at the beginning of some epoch.
 */
public final class DateText {
    /** Year, month, day; the separators may be any, and 年 and 년 are some. */
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?:\\p{L}+,\\s*)?(\\d{4})\\s?[-/.年년]\\s?(\\d{1,3})\\s?(?:[-/.月월]\\s?(\\d{1,2})\\s?[日일]?)?(?![\\d-])(.*)");

    private static final Pattern YEAR_ALONE = Pattern.compile("(\\d{4})");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?(.*))?");

    /** Of ISO 8601 as it was in 1988, a hyphen for the century left out. */
    private static final Pattern SHORT_YEAR = Pattern.compile(
            "-?(\\d{2})-(\\d{2})-(\\d{2})|-(\\d{2})-?(\\d{2})|(\\d{2})(\\d{2})(\\d{2})|(\\d{2})(\\d{3})");

    private static final Pattern YEAR_NAMED_MONTH_DAY =
            Pattern.compile("(\\d{4})-(\\p{L}{3,})-(\\d{1,2})(?:T|\\s|$)(.*)");

    private static final int LONGEST = 100;
    private static final int DAYS_OF_YEAR = 3;

    private DateText() {}

    /** The time meant; without a zone it is taken as UTC, a day as its beginning. Empty where it cannot be read. */
    public static Optional<Instant> parse(String text) {
        String date = text.strip();
        if (date.isEmpty() || date.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return read(date);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> read(String date) {
        return compact(date).or(() -> yearFirst(date)).or(() -> named(date)).or(() -> MailDate.parse(date));
    }

    private static Optional<Instant> compact(String date) {
        Matcher year = YEAR_ALONE.matcher(date);
        if (year.matches()) {
            return Optional.of(at(LocalDate.of(number(year, 1), 1, 1), ""));
        }
        Matcher small = SHORT_YEAR.matcher(date);
        if (small.matches()) {
            return Optional.of(at(shortYear(small), ""));
        }
        Matcher full = COMPACT.matcher(date);
        if (!full.matches()) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.of(number(full, 1), number(full, 2), number(full, 3));
        String seconds = full.group(6) == null ? "" : ":" + full.group(6);
        return Optional.of(
                full.group(4) == null
                        ? at(day, "")
                        : at(day, full.group(4) + ":" + full.group(5) + seconds + full.group(7)));
    }

    private static LocalDate shortYear(Matcher date) {
        int first = Stream.of(1, 4, 6, 9)
                .filter(group -> date.group(group) != null)
                .findFirst()
                .orElseThrow();
        int year = MailDate.century(number(date, first));
        return switch (first) {
            case 4 -> LocalDate.of(year, number(date, 5), 1);
            case 9 -> LocalDate.ofYearDay(year, number(date, 10));
            default -> LocalDate.of(year, number(date, first + 1), number(date, first + 2));
        };
    }

    private static Optional<Instant> yearFirst(String date) {
        Matcher matcher = YEAR_FIRST.matcher(date);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = number(matcher, 1);
        boolean ordinal = matcher.group(2).length() == DAYS_OF_YEAR && matcher.group(3) == null;
        if (matcher.group(2).length() == DAYS_OF_YEAR && !ordinal) {
            // A zero too many, as some software writes months.
            return Optional.of(at(LocalDate.of(year, number(matcher, 2), number(matcher, 3)), matcher.group(4)));
        }
        LocalDate day = ordinal
                ? LocalDate.ofYearDay(year, number(matcher, 2))
                : LocalDate.of(year, number(matcher, 2), matcher.group(3) == null ? 1 : number(matcher, 3));
        return Optional.of(at(day, matcher.group(4)));
    }

    /** {@code 2004-július-13T9:15-05:00}. */
    private static Optional<Instant> named(String date) {
        Matcher matcher = YEAR_NAMED_MONTH_DAY.matcher(date);
        return matcher.matches()
                ? MonthNames.of(matcher.group(2))
                        .map(month -> at(LocalDate.of(number(matcher, 1), month, number(matcher, 3)), matcher.group(4)))
                : Optional.empty();
    }

    private static Instant at(LocalDate day, String time) {
        TimeText read = TimeText.parse(time);
        return day.atTime(read.time().orElse(LocalTime.MIDNIGHT))
                .plusDays(read.nextDay() ? 1 : 0)
                .toInstant(read.zone().orElse(ZoneOffset.UTC));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
