package communique.alert.delivery.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The Retry-After header: seconds, also broken ones as some senders write them, or a date. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    private RetryAfter() {}

    /** How long to wait from now on; zero where the header is missing, past or not understood. */
    static Duration parse(String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        String value = header.strip();
        return SECONDS.matcher(value).matches() ? seconds(value) : until(value, now);
    }

    private static Duration seconds(String value) {
        return Duration.ofSeconds(
                new BigDecimal(value).setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private static Duration until(String value, Instant now) {
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
