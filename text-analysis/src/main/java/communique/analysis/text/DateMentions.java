package communique.analysis.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days named in a text.
 *
 * @param full days with their year, in text order
 * @param yearless days without a year, in text order
 */
public record DateMentions(List<LocalDate> full, List<MonthDay> yearless) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /** The days named in the given sentences. */
    public static DateMentions of(Units units, List<Sentence> sentences) {
        DateMentions mentions = new DateMentions(new ArrayList<>(), new ArrayList<>());
        for (Sentence sentence : sentences) {
            for (int unit = sentence.from(); unit < sentence.to(); unit++) {
                WordSense month = units.word(unit, WordClass.MONTH);
                if (month != null) {
                    mentions.add(units, unit, month.index() % 12 + 1);
                }
            }
        }
        return mentions;
    }

    private void add(Units units, int unit, int month) {
        Optional<Integer> before = number(units, unit - 1, 31);
        Optional<Integer> after = number(units, unit + 1, 31);
        Optional<Integer> day = before.or(() -> after);
        int next = before.isPresent() ? unit + 1 : unit + 2;
        Optional<Integer> year = year(units, units.isMark(next, ',') ? next + 1 : next);
        if (day.isEmpty()) {
            return;
        }
        try {
            MonthDay monthDay = MonthDay.of(month, day.get());
            year.ifPresentOrElse(y -> full.add(monthDay.atYear(y)), () -> yearless.add(monthDay));
        } catch (DateTimeException e) {
            // 31 April is a slip of the paper: no day
        }
    }

    private static Optional<Integer> year(Units units, int unit) {
        return number(units, unit, LAST_YEAR).filter(year -> year >= FIRST_YEAR);
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
