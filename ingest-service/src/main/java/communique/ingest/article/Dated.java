package communique.ingest.article;

import communique.schemas.v1.DateOrigin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A publication time and where it was found.
 *
 * @param instant the time; a day without a time of day is its beginning in UTC
 * @param origin where it was found
 */
public record Dated(Instant instant, DateOrigin origin) {
    /** A time that feed, markup or sender gave. */
    public static Dated byMetadata(Instant instant) {
        return new Dated(instant, DateOrigin.METADATA);
    }

    /** A day read from the text. */
    public static Dated byText(LocalDate day) {
        return new Dated(day.atStartOfDay(ZoneOffset.UTC).toInstant(), DateOrigin.TEXT);
    }
}
