package communique.ingest.fetch;

import communique.ingest.article.DateText;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a server says an answer may be kept: {@code max-age}, else {@code Expires}. */
final class CachePeriod {
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})");

    private CachePeriod() {}

    /** The period from now on; empty where nothing is said, zero where the answer has expired already. */
    static Optional<Duration> of(String cacheControl, String expires, Instant now) {
        Matcher age = MAX_AGE.matcher(cacheControl == null ? "" : cacheControl.toLowerCase(Locale.ROOT));
        return age.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(age.group(1)))) : until(expires, now);
    }

    /** Whether a server says its answer was old when it was made: its validators then tell nothing. */
    static boolean isExpiredAtOnce(String expires) {
        return expires != null && expires.strip().equals("0");
    }

    private static Optional<Duration> until(String expires, Instant now) {
        return Optional.ofNullable(expires)
                .flatMap(DateText::parse)
                .map(time -> Duration.between(now, time))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }
}
