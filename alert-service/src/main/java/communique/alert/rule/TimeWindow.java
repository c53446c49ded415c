package communique.alert.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hours of a week, such as Monday to Friday from 8 to 18 in Kabul.
 *
 * @param days the days on which it begins
 * @param from first minute
 * @param to minute after the last; not after {@code from} where it goes on into the next day
 * @param zone whose hours they are
 */
public record TimeWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    /** Checks and copies. */
    public TimeWindow {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("days must list at least one, such as mon-fri");
        }
        days = Set.copyOf(days);
    }

    /** Reads it from a file. */
    @JsonCreator
    static TimeWindow of(
            @JsonProperty("days") List<String> days,
            @JsonProperty("from") String from,
            @JsonProperty("to") String to,
            @JsonProperty("zone") String zone) {
        Set<DayOfWeek> set = EnumSet.noneOf(DayOfWeek.class);
        (days == null ? List.of("mon-sun") : days).forEach(text -> set.addAll(days(text)));
        return new TimeWindow(set, time(from, "from"), time(to, "to"), zone(zone));
    }

    private static Set<DayOfWeek> days(String text) {
        int dash = text.indexOf('-');
        DayOfWeek first = day(dash < 0 ? text : text.substring(0, dash));
        DayOfWeek last = dash < 0 ? first : day(text.substring(dash + 1));
        Set<DayOfWeek> days = EnumSet.of(first);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        String start = text.strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (start.length() >= 3 && day.name().startsWith(start)) {
                return day;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no day; write mon, tue, ... or a range such as mon-fri");
    }

    private static LocalTime time(String text, String key) {
        if (text == null) {
            return LocalTime.MIDNIGHT;
        }
        try {
            return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(key + ": '" + text + "' is no time; write such as \"08:30\"", e);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text == null ? "UTC" : text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "zone: '" + text + "' is no time zone; write such as Asia/Kabul or +04:30", e);
        }
    }

    /** Whether a moment lies in it. */
    public boolean contains(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (from.isBefore(to)) {
            return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        }
        boolean sinceToday = days.contains(local.getDayOfWeek()) && !time.isBefore(from);
        boolean sinceYesterday = days.contains(local.getDayOfWeek().minus(1)) && time.isBefore(to);
        return sinceToday || sinceYesterday;
    }

    /** When the window a moment lies in ends: the first moment outside it. */
    public Instant end(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        ZonedDateTime end = local.with(to);
        while (!end.isAfter(local) || contains(end.toInstant())) {
            end = end.plusDays(1);
            if (end.isAfter(local.plusDays(8))) {
                // It never ends: every hour of the week lies in it.
                return Instant.MAX;
            }
        }
        return end.toInstant();
    }

    @Override
    public String toString() {
        return days.stream()
                        .sorted()
                        .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                        .toList() + " " + from + " to " + to + " " + zone;
    }
}
