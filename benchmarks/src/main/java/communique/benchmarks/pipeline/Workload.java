package communique.benchmarks.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import communique.benchmarks.Articles;
import communique.schemas.v1.RawArticle;
import communique.testkit.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Articles to send: given texts over and over, each time under another id and another headline. */
final class Workload {
    private final List<String> texts;

    private Workload(List<String> texts) {
        this.texts = texts;
    }

    /** Our own texts in English, of about three kilobytes each. */
    static Workload own() throws IOException {
        return new Workload(Articles.in("en"));
    }

    /** Texts of others: a JSON object with a field {@code text} on each line. */
    static Workload of(Path jsonLines) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        try (Stream<String> lines = Files.lines(jsonLines)) {
            for (String line : (Iterable<String>) lines::iterator) {
                texts.add(mapper.readTree(line).path("text").asText());
            }
        }
        return new Workload(texts);
    }

    /** The same texts, so many of them in each article. */
    Workload joined(int count) {
        return new Workload(IntStream.range(0, texts.size())
                .mapToObj(first -> IntStream.range(first, first + count)
                        .mapToObj(number -> texts.get(number % texts.size()))
                        .collect(Collectors.joining("\n\n")))
                .toList());
    }

    int size() {
        return texts.size();
    }

    RawArticle article(int number) {
        String id = String.format(Locale.ROOT, "%032x", number);
        return Records.rawArticle(id, "Report " + number, texts.get(number % texts.size()))
                .build();
    }
}
