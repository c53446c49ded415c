package communique.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Our own texts in a language, put together to articles of about three kilobytes. Run from the root of the project. */
public final class Articles {
    private static final Path OWN = Path.of("text-analysis/src/test/resources/communique/analysis/own");
    private static final int BYTES = 3000;

    private Articles() {}

    /** The articles in one language. */
    public static List<String> in(String language) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> articles = new ArrayList<>();
        StringBuilder article = new StringBuilder();
        for (String line : Files.readAllLines(OWN.resolve(language + ".jsonl"))) {
            article.append(mapper.readTree(line).path("text").asText()).append("\n\n");
            if (article.toString().getBytes(StandardCharsets.UTF_8).length >= BYTES) {
                articles.add(article.toString());
                article.setLength(0);
            }
        }
        return articles;
    }
}
