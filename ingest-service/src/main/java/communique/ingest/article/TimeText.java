package communique.ingest.article;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a date behind the day: time of day and zone, either of which may be missing.
 *
 * @param nextDay whether the time was given as 24 o'clock
 */
record TimeText(Optional<LocalTime> time, Optional<ZoneOffset> zone, boolean nextDay) {
    private static final Pattern FORM = Pattern.compile(
            "[T\\s,]*(?:(?:at\\s+)?(午前|午后|下午|上午|오전|오후)?\\s*(\\d{1,2})[:.h](\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,9}))?)?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?)?\\s*(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern OFFSET =
            Pattern.compile("(?:etc/)?(?:gmt|utc|ut|z)?\\s*([+-])(\\d{1,2}):?(\\d{2})?\\s*(?:\\(.*\\)|[a-z]{1,5})?");
    private static final Pattern NOTE = Pattern.compile("\\s*\\(.*\\)$");

    /** Hours from UTC of the names that mail and feeds use; those that mean several are as in America. */
    private static final Map<String, Double> NAMED = Map.ofEntries(
            Map.entry("z", 0.0),
            Map.entry("ut", 0.0),
            Map.entry("gmt", 0.0),
            Map.entry("utc", 0.0),
            Map.entry("etc/gmt", 0.0),
            Map.entry("etc/utc", 0.0),
            Map.entry("wet", 0.0),
            Map.entry("bst", 1.0),
            Map.entry("west", 1.0),
            Map.entry("cet", 1.0),
            Map.entry("met", 1.0),
            Map.entry("mez", 1.0),
            Map.entry("cest", 2.0),
            Map.entry("mest", 2.0),
            Map.entry("mesz", 2.0),
            Map.entry("eet", 2.0),
            Map.entry("eest", 3.0),
            Map.entry("msk", 3.0),
            Map.entry("msd", 4.0),
            Map.entry("irst", 3.5),
            Map.entry("irdt", 4.5),
            Map.entry("aft", 4.5),
            Map.entry("pkt", 5.0),
            Map.entry("ist", 5.5),
            Map.entry("hkt", 8.0),
            Map.entry("sgt", 8.0),
            Map.entry("jst", 9.0),
            Map.entry("kst", 9.0),
            Map.entry("ast", -4.0),
            Map.entry("adt", -3.0),
            Map.entry("at", -4.0),
            Map.entry("edt", -4.0),
            Map.entry("est", -5.0),
            Map.entry("et", -5.0),
            Map.entry("cdt", -5.0),
            Map.entry("cst", -6.0),
            Map.entry("ct", -6.0),
            Map.entry("mdt", -6.0),
            Map.entry("mst", -7.0),
            Map.entry("mt", -7.0),
            Map.entry("pdt", -7.0),
            Map.entry("pst", -8.0),
            Map.entry("pt", -8.0));

    private static final int NOON = 12;
    private static final int DAY = 24;
    private static final int LEAP_SECOND = 60;

    /**
     * Reads it.
     *
     * @throws DateTimeException where it is none
     */
    static TimeText parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new DateTimeException("no time: " + text);
        }
        Optional<ZoneOffset> zone = zone(matcher.group(7));
        if (matcher.group(2) == null) {
            return new TimeText(Optional.empty(), zone, false);
        }
        int hour = hour(Integer.parseInt(matcher.group(2)), matcher.group(1), matcher.group(6));
        int minute = Integer.parseInt(matcher.group(3));
        int second = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        boolean midnight = hour == DAY && minute == 0;
        LocalTime time = LocalTime.of(midnight ? 0 : hour, minute, second == LEAP_SECOND ? LEAP_SECOND - 1 : second)
                .plusNanos(nanos(matcher.group(5)));
        return new TimeText(Optional.of(time), zone, midnight);
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static int hour(int hour, String before, String behind) {
        String half = (before == null ? "" : before) + (behind == null ? "" : behind.toLowerCase(Locale.ROOT));
        boolean afternoon = half.startsWith("p") || half.equals("午后") || half.equals("下午") || half.equals("오후");
        if (half.isEmpty()) {
            return hour;
        }
        return hour % NOON + (afternoon ? NOON : 0);
    }

    private static Optional<ZoneOffset> zone(String text) {
        String zone = NOTE.matcher(text.strip().toLowerCase(Locale.ROOT))
                .replaceAll("")
                .strip();
        if (zone.isEmpty()) {
            return Optional.empty();
        }
        Double named = NAMED.get(zone);
        if (named != null) {
            return Optional.of(ZoneOffset.ofTotalSeconds((int) (named * 3600)));
        }
        Matcher offset = OFFSET.matcher(zone);
        if (!offset.matches()) {
            throw new DateTimeException("no zone: " + zone);
        }
        int hours = Integer.parseInt(offset.group(2));
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        int sign = offset.group(1).equals("-") ? -1 : 1;
        return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }
}
