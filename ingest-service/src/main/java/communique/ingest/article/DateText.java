package communique.ingest.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Reads the dates that markup and senders give: ISO 8601 in its common spellings, and that of mail. */
public final class DateText {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[' ']")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private DateText() {}

    /** The time meant; without a zone it is taken as UTC, a day as its beginning. Empty where it cannot be read. */
    public static Optional<Instant> parse(String text) {
        return read(ISO, text.strip()).or(() -> read(DateTimeFormatter.RFC_1123_DATE_TIME, text.strip()));
    }

    private static Optional<Instant> read(DateTimeFormatter form, String text) {
        try {
            return Optional.of(
                    instant(form.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor read) {
        if (read instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return read instanceof LocalDateTime time
                ? time.toInstant(ZoneOffset.UTC)
                : LocalDate.from(read).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
