package communique.analysis.text;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The calendar of Iran and, under other names of its months, of Afghanistan. */
final class SolarHijri {
    static final int FIRST_YEAR = 1300;
    static final int LAST_YEAR = 1499;

    /** The first day of 1400. */
    private static final LocalDate ANCHOR = LocalDate.of(2021, 3, 21);

    private static final int ANCHOR_YEAR = 1400;

    /** Years of a cycle, and those of them that are leap years: right from 1178 to 1633. */
    private static final int CYCLE = 33;

    private static final int[] LEAP = {1, 5, 9, 13, 17, 22, 26, 30};

    private SolarHijri() {}

    /**
     * A day as the Gregorian calendar has it.
     *
     * @throws DateTimeException where the month has no such day
     */
    static LocalDate day(int year, int month, int day) {
        if (day < 1 || day > length(year, month)) {
            throw new DateTimeException("no day " + day + " in month " + month + " of " + year);
        }
        int long31 = Math.min(month - 1, 6);
        int daysBefore = (month - 1) * 30 + long31;
        return newYear(year).plusDays(daysBefore + day - 1);
    }

    private static int length(int year, int month) {
        if (month <= 6) {
            return 31;
        }
        return month < 12 || leapYears(year + 1) > leapYears(year) ? 30 : 29;
    }

    private static LocalDate newYear(int year) {
        return ANCHOR.plusDays(365L * (year - ANCHOR_YEAR) + leapYears(year) - leapYears(ANCHOR_YEAR));
    }

    /** Number of leap years before a year. */
    private static int leapYears(int year) {
        int inCycle = (year - 1) % CYCLE;
        int leap = (year - 1) / CYCLE * LEAP.length;
        for (int place : LEAP) {
            leap += place <= inCycle ? 1 : 0;
        }
        return leap;
    }
}
