package communique.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A text with labels, in the format that {@code communique evaluate} reads. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LabelledText(
        String id,
        String title,
        String text,
        String path,
        String set,
        String published,
        @JsonProperty("expected_alert") boolean expectedAlert,
        List<String> speakers,
        List<Span> statements,
        boolean ambiguous) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A labelled sentence; offsets count code points. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Span(int start, int end, List<String> speakers, boolean optional) {
        /** Whether a range shares at least half of the shorter of the two. */
        boolean matches(int from, int to) {
            return 2 * (Math.min(end, to) - Math.max(start, from)) >= Math.min(end - start, to - from);
        }
    }

    /** Our own texts in one language. */
    static List<LabelledText> own(String language) {
        return read(Path.of("src", "test", "resources", "communique", "analysis", "own", language + ".jsonl"));
    }

    static List<LabelledText> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(LabelledText::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledText parse(String line) {
        try {
            return MAPPER.readValue(line, LabelledText.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a text that is kept elsewhere. */
    LabelledText with(String itsText) {
        return new LabelledText(
                id, title, itsText, path, set, published, expectedAlert, speakers, statements, ambiguous);
    }

    /** The headline where the text does not begin with it, and the line between. */
    String head() {
        return title == null || title.isBlank() || text.startsWith(title) ? "" : title + "\n\n";
    }

    Document document() {
        return new Document(
                Optional.ofNullable(title),
                head() + text,
                Optional.ofNullable(published).map(LocalDate::parse),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
