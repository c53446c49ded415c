package communique.standalone.sample;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One article of the sample news. All of them are invented.
 *
 * @param id short name
 * @param outlet invented outlet
 * @param country its state, ISO 3166-1 alpha-2
 * @param minutesAgo how long before the present it was published
 * @param title headline
 * @param text paragraphs, separated by a blank line
 */
public record SampleArticle(String id, String outlet, String country, int minutesAgo, String title, String text) {

    /** All of them, oldest first. */
    public static List<SampleArticle> all() {
        ObjectReader reader = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readerFor(SampleArticle.class);
        List<SampleArticle> articles = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                SampleArticle.class.getResourceAsStream("/communique/standalone/sample-news.jsonl"),
                StandardCharsets.UTF_8))) {
            for (String line : (Iterable<String>) lines.lines()::iterator) {
                if (!line.startsWith("#")) {
                    articles.add(reader.readValue(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        articles.sort(Comparator.comparing(SampleArticle::minutesAgo).reversed());
        return articles;
    }
}
