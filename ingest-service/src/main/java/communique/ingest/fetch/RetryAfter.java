package communique.ingest.fetch;

import communique.ingest.article.DateText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code Retry-After}: seconds, with a fraction too, or a date. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
    /** Servers were seen to ask for days, when what they meant was "not now". */
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /** How long to wait; empty where the header says nothing that can be read. */
    static Optional<Duration> parse(String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        Optional<Duration> asked = SECONDS.matcher(text).matches()
                ? Optional.of(Duration.ofSeconds(
                        new BigDecimal(text).setScale(0, RoundingMode.CEILING).longValueExact()))
                : until(text, now);
        return asked.map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> until(String date, Instant now) {
        return DateText.parse(date).map(time -> Duration.between(now, time));
    }
}
