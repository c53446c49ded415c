package communique.analysis.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days named in a text, by the Gregorian calendar or, in the languages of Iran and Afghanistan, the solar Hijri
 * one.
 *
 * @param full days with their year, in text order
 * @param yearless days without a year, in text order; of the solar Hijri calendar as they fall in most years
 */
public record DateMentions(List<LocalDate> full, List<MonthDay> yearless) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int LAST_DAY = 31;

    /** A year that begins on 21 March, as most do. */
    private static final int COMMON_SOLAR_YEAR = 1401;

    /** The days named in the given sentences. */
    public static DateMentions of(Units units, List<Sentence> sentences) {
        DateMentions mentions = new DateMentions(new ArrayList<>(), new ArrayList<>());
        for (Sentence sentence : sentences) {
            for (int unit = sentence.from(); unit < sentence.to(); unit++) {
                WordSense month = units.word(unit, WordClass.MONTH);
                WordSense solar = units.word(unit, WordClass.SOLAR_MONTH);
                if (month != null) {
                    mentions.add(units, unit, month.index() + 1, false);
                } else if (solar != null) {
                    mentions.add(units, unit, solar.index() + 1, true);
                }
            }
        }
        return mentions;
    }

    private void add(Units units, int unit, int month, boolean solar) {
        Optional<Integer> before = number(units, unit - 1, LAST_DAY);
        int following = units.is(unit + 1, WordClass.PREPOSITION) ? unit + 2 : unit + 1;
        Optional<Integer> day = before.or(() -> number(units, following, LAST_DAY));
        if (day.isEmpty()) {
            return;
        }
        int next = before.isPresent() ? unit + 1 : following + 1;
        Optional<Integer> year = yearAfter(units, next, solar).or(() -> yearBefore(units, unit - 1, solar));
        try {
            if (year.isPresent()) {
                full.add(day(year.get(), month, day.get(), solar));
            } else if (solar) {
                yearless.add(MonthDay.from(SolarHijri.day(COMMON_SOLAR_YEAR, month, day.get())));
            } else {
                yearless.add(MonthDay.of(month, day.get()));
            }
        } catch (DateTimeException e) {
            // 31 April is a slip of the paper: no day
        }
    }

    private static LocalDate day(int year, int month, int day, boolean solar) {
        return solar ? SolarHijri.day(year, month, day) : LocalDate.of(year, month, day);
    }

    /** "13 April 2023", "April 13, 2023", and with the word for year between. */
    private static Optional<Integer> yearAfter(Units units, int unit, boolean solar) {
        boolean parted = units.isMark(unit, ',') || units.isMark(unit, '،') || units.is(unit, WordClass.YEAR);
        return year(units, parted ? unit + 1 : unit, solar);
    }

    /** A year and the word for it before the month, as in Chinese; in Pashto another word links them. */
    private static Optional<Integer> yearBefore(Units units, int unit, boolean solar) {
        int word = units.is(unit, WordClass.LINKER) ? unit - 1 : unit;
        return units.is(word, WordClass.YEAR) ? year(units, word - 1, solar) : Optional.empty();
    }

    private static Optional<Integer> year(Units units, int unit, boolean solar) {
        int first = solar ? SolarHijri.FIRST_YEAR : FIRST_YEAR;
        int last = solar ? SolarHijri.LAST_YEAR : LAST_YEAR;
        return number(units, unit, last).filter(year -> year >= first);
    }

    private static Optional<Integer> number(Units units, int unit, int most) {
        if (unit < 0 || unit >= units.count()) {
            return Optional.empty();
        }
        String digits = units.normal(unit);
        String plain = digits.length() > 2 && !Character.isDigit(digits.charAt(digits.length() - 1))
                ? digits.substring(0, digits.length() - 2)
                : digits;
        boolean numeric =
                !plain.isEmpty() && plain.length() <= 4 && plain.chars().allMatch(c -> c >= '0' && c <= '9');
        return numeric ? Optional.of(Integer.parseInt(plain)).filter(n -> n >= 1 && n <= most) : Optional.empty();
    }
}
