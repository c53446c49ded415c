package communique.standalone.publicset;

import communique.analysis.Analyzer;
import communique.analysis.Document;
import communique.analysis.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * PolNeAR 1.0, test part: the sources that words in political news are attributed to. A source is found where its span
 * is the labelled one exactly, marks around it left out; those of all annotators of an article are one set.
 */
final class PolnearSources implements PublicSet {
    /**
     * A span of a text.
     *
     * @param start first code point
     * @param end code point after the last
     */
    record Span(int start, int end) {}

    @Override
    public String id() {
        return "polnear";
    }

    @Override
    public boolean isIn(Path folder) {
        return Files.isDirectory(folder.resolve("test/text")) && Files.isDirectory(folder.resolve("test/attributions"));
    }

    @Override
    public void measure(Path folder, Analyzer analyzer, SetReport report) throws IOException {
        Map<String, Set<Span>> labels = new TreeMap<>();
        for (Path file : DataFiles.in(folder.resolve("test/attributions"), "*.ann")) {
            String article = file.getFileName().toString().replaceFirst("_[0-9a-f]+\\.ann$", "");
            labels.computeIfAbsent(article, a -> new HashSet<>()).addAll(sources(Files.readAllLines(file)));
        }
        for (Map.Entry<String, Set<Span>> entry : labels.entrySet()) {
            Path text = folder.resolve("test/text").resolve(entry.getKey() + ".txt");
            compare(entry.getKey(), Files.readString(text), entry.getValue(), analyzer, report);
        }
    }

    /** The spans of sources in the lines of one brat file. */
    static Set<Span> sources(List<String> lines) {
        Map<String, Span> entities = new HashMap<>();
        Set<String> sources = new HashSet<>();
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            if (line.startsWith("T")) {
                String[] offsets = fields[1].split("[ ;]", -1);
                entities.put(
                        fields[0],
                        new Span(Integer.parseInt(offsets[1]), Integer.parseInt(offsets[offsets.length - 1])));
            } else if (line.startsWith("E")) {
                Arrays.stream(fields[1].split(" ", -1))
                        .filter(part -> part.matches("Source\\d*:.*"))
                        .forEach(part -> sources.add(part.substring(part.indexOf(':') + 1)));
            }
        }
        return sources.stream().map(entities::get).collect(Collectors.toSet());
    }

    private static void compare(String article, String text, Set<Span> labelled, Analyzer analyzer, SetReport report) {
        Set<Span> wanted = labelled.stream().map(span -> trimmed(text, span)).collect(Collectors.toSet());
        List<Source> sources = analyzer.sources(Document.of(text));
        Set<Span> found = sources.stream()
                .map(source -> trimmed(text, new Span(source.start(), source.end())))
                .collect(Collectors.toSet());
        report.compare("sources, exact span", found, wanted);
        wanted.stream()
                .filter(span -> !found.contains(span))
                .forEach(span -> report.miss(
                        found.stream().anyMatch(other -> overlap(span, other)) ? "missed, other bounds" : "missed",
                        article,
                        cut(text, span)));
        found.stream()
                .filter(span -> !wanted.contains(span) && wanted.stream().noneMatch(other -> overlap(span, other)))
                .forEach(span -> report.miss("no labelled source", article, cut(text, span)));
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static Span trimmed(String text, Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && !Character.isLetterOrDigit(codePoint(text, start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(codePoint(text, end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static int codePoint(String text, int point) {
        return text.codePointAt(text.offsetByCodePoints(0, point));
    }

    private static String cut(String text, Span span) {
        return text.substring(text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end()));
    }
}
