package communique.analysis;

import communique.analysis.statement.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Short ways to ask the engine about a text. */
public final class Texts {
    private static final Analyzer ANALYZER = new Analyzer(Optional.empty());

    private Texts() {}

    /** What the engine finds in a text of which nothing else is known. */
    public static Analysis analyze(String text) {
        return ANALYZER.analyze(Document.of(text));
    }

    /** What it finds in a text of a day. */
    public static Analysis analyze(String text, LocalDate published) {
        return ANALYZER.analyze(new Document(
                Optional.empty(), text, Optional.of(published), Optional.empty(), Optional.empty(), false));
    }

    /** What it finds in a post of an organ of a state. */
    public static Analysis analyzePost(String text, String country) {
        return ANALYZER.analyze(
                new Document(Optional.empty(), text, Optional.empty(), Optional.empty(), Optional.of(country), true));
    }

    /** The statements about Afghanistan. */
    public static List<Statement> statements(Analysis analysis) {
        return analysis.statements().stream()
                .filter(statement -> statement.about().contains("AF"))
                .toList();
    }

    /** Who makes statements about Afghanistan, sentence by sentence: "RU: He left." and so on. */
    public static List<String> voices(Analysis analysis) {
        return statements(analysis).stream()
                .map(statement -> String.join("+", statement.states()) + ": " + statement.text())
                .toList();
    }

    /** The same for a text. */
    public static List<String> voices(String text) {
        return voices(analyze(text));
    }

    /** The states that make statements about Afghanistan in a sentence, as "CN RU"; empty for none. */
    public static String speakers(String text) {
        return String.join(
                " ",
                statements(analyze(text)).stream()
                        .flatMap(statement -> statement.states().stream())
                        .filter(List.of("CN", "RU", "IR", "PK")::contains)
                        .distinct()
                        .toList());
    }

    /** The rules that found statements about Afghanistan. */
    public static List<String> rules(String text) {
        return statements(analyze(text)).stream()
                .flatMap(statement -> statement.rules().stream())
                .distinct()
                .toList();
    }
}
