package communique.standalone.publicset;

import communique.analysis.Analyzer;
import communique.analysis.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** NTREX-128: news sentences and their translations name the same countries. */
final class NtrexAgreement implements PublicSet {
    private static final String ENGLISH = "newstest2019-src.eng.txt";

    static final List<String> TRANSLATIONS = List.of("zho-CN", "zho-TW", "rus", "fas", "prs", "urd", "pus");

    @Override
    public String id() {
        return "ntrex";
    }

    @Override
    public boolean isIn(Path folder) {
        return Files.exists(folder.resolve(ENGLISH));
    }

    @Override
    public void measure(Path folder, Analyzer analyzer, SetReport report) throws IOException {
        List<String> english = Files.readAllLines(folder.resolve(ENGLISH));
        List<Set<String>> wanted = named(english, analyzer);
        for (String language : TRANSLATIONS) {
            List<String> lines = Files.readAllLines(folder.resolve("newstest2019-ref." + language + ".txt"));
            if (lines.size() != english.size()) {
                throw new IOException(language + " has " + lines.size() + " lines, English " + english.size());
            }
            List<Set<String>> found = named(lines, analyzer);
            for (int i = 0; i < lines.size(); i++) {
                compare(language, i + 1, found.get(i), wanted.get(i), report);
            }
        }
    }

    private static List<Set<String>> named(List<String> lines, Analyzer analyzer) {
        return lines.stream()
                .map(line -> Tags.named(analyzer.analyze(Document.of(line))))
                .toList();
    }

    private static void compare(String language, int line, Set<String> found, Set<String> wanted, SetReport report) {
        report.compare(language + " as in English", found, wanted);
        wanted.stream()
                .filter(code -> !found.contains(code))
                .forEach(code -> report.miss("only in English, not " + language, String.valueOf(line), code));
        found.stream()
                .filter(code -> !wanted.contains(code))
                .forEach(code -> report.miss("only in " + language, String.valueOf(line), code));
    }
}
