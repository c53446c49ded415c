package communique.standalone.publicset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.analysis.Analyzer;
import communique.analysis.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Headlines of TASS that end in "— speaker": the state of the speaker, against a sample that was read by hand. */
final class TassSpeakers implements PublicSet {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * A headline.
     *
     * @param number number of the article, the last part of its address
     */
    record Headline(String number, String text) {}

    @Override
    public String id() {
        return "tass";
    }

    @Override
    public boolean isIn(Path folder) {
        return Files.exists(folder.resolve("2025.json"));
    }

    @Override
    public void measure(Path folder, Analyzer analyzer, SetReport report) throws IOException {
        Map<String, Set<String>> labels = labels();
        Set<String> done = new HashSet<>();
        for (Path file : DataFiles.in(folder, "20*.json")) {
            for (Headline headline : headlines(file)) {
                if (labels.containsKey(headline.number()) && done.add(headline.number())) {
                    compare(headline, labels.get(headline.number()), analyzer, report);
                }
            }
        }
    }

    /** The headlines of a file. */
    static List<Headline> headlines(Path file) throws IOException {
        List<Headline> headlines = new ArrayList<>();
        for (JsonNode article : MAPPER.readTree(file.toFile())) {
            String url = article.path("u").asText();
            headlines.add(new Headline(
                    url.substring(url.lastIndexOf('/') + 1), article.path("t").asText()));
        }
        return headlines;
    }

    private static Map<String, Set<String>> labels() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                TassSpeakers.class.getResourceAsStream("tass-speakers.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .collect(Collectors.toMap(
                            line -> line[0], line -> line[1].equals("-") ? Set.of() : Set.of(line[1].split(",", -1))));
        }
    }

    private static void compare(Headline headline, Set<String> wanted, Analyzer analyzer, SetReport report) {
        int speaker = headline.text().codePointCount(0, headline.text().lastIndexOf('—'));
        Set<String> found = analyzer.sources(Document.of(headline.text())).stream()
                .filter(source -> source.start() > speaker)
                .flatMap(source -> source.states().stream())
                .collect(Collectors.toSet());
        report.compare("states of speakers", found, wanted);
        report.count("headlines all right", found.equals(wanted));
        if (!found.equals(wanted)) {
            report.miss(
                    found.isEmpty() ? "no state found" : wanted.isEmpty() ? "no state speaks" : "another state",
                    headline.number(),
                    headline.text() + " " + found + ", not " + wanted);
        }
    }
}
