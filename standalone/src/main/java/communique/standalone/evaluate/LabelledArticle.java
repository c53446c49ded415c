package communique.standalone.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.analysis.Document;
import communique.standalone.InputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of a file of labelled articles. Offsets count Unicode code points of the text, the end is exclusive.
 *
 * @param id unique
 * @param lang BCP 47, a hint
 * @param title headline
 * @param text what was published; it may begin with the headline
 * @param published ISO date
 * @param about the watched country
 * @param expectedAlert whether it holds a statement by one of the watched states about that country
 * @param speakers the states that make such statements in it
 * @param statements the sentences; null where they were not labelled
 * @param countries countries it is substantially about, main first
 * @param topics its topics
 * @param storyKey shared by articles that report the same statement or meeting
 * @param ambiguous whether two careful readers may differ
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LabelledArticle(
        String id,
        String lang,
        String title,
        String text,
        String published,
        String about,
        @JsonProperty("expected_alert") boolean expectedAlert,
        List<String> speakers,
        List<Span> statements,
        List<String> countries,
        List<String> topics,
        @JsonProperty("story_key") String storyKey,
        boolean ambiguous) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * A labelled sentence.
     *
     * @param start offset of its first code point
     * @param end offset after its last
     * @param speakers the states that speak
     * @param optional whether finding or missing it counts neither way
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Span(int start, int end, List<String> speakers, boolean optional) {
        /** Whether a range shares at least half of the shorter of the two. */
        boolean matches(int from, int to) {
            return 2 * (Math.min(end, to) - Math.max(start, from)) >= Math.min(end - start, to - from);
        }
    }

    /** The headline where the text does not begin with it. */
    Optional<String> separateTitle() {
        return Optional.ofNullable(title).filter(t -> !t.isBlank() && !text.startsWith(t));
    }

    /** What stands before the text: the headline where the text does not begin with it. */
    String head() {
        return separateTitle().map(headline -> headline + "\n\n").orElse("");
    }

    /** As the engine reads it. */
    Document document() {
        return new Document(
                Optional.ofNullable(title),
                head() + text,
                Optional.ofNullable(published).map(LocalDate::parse),
                Optional.ofNullable(lang),
                Optional.empty(),
                false);
    }

    /** Language as the figures are grouped: without script or region. */
    String language() {
        return lang == null ? "?" : lang.replaceFirst("-.*", "");
    }

    /**
     * Reads a file.
     *
     * @throws IOException naming file and line where a line is no labelled article
     */
    public static List<LabelledArticle> read(Path file) throws IOException {
        List<LabelledArticle> articles = new ArrayList<>();
        List<String> lines = InputFile.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    articles.add(MAPPER.readValue(lines.get(i), LabelledArticle.class));
                } catch (JsonProcessingException e) {
                    throw new IOException(file + ":" + (i + 1) + ": " + e.getOriginalMessage(), e);
                }
            }
        }
        return articles;
    }
}
