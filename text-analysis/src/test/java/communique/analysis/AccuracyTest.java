package communique.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds what the engine has reached on our own texts and, where they are at hand, on the seed articles. */
class AccuracyTest {
    private static final Path SHARED = Path.of("..", "..", "shared");
    private static final Analyzer ANALYZER = new Analyzer(Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "en, 0.79, 0.71, 0.63",
        "ru, 0.95, 0.95, 0.93",
        "zh, 0.96, 0.95, 0.93",
        "ur, 0.97, 0.97, 0.95",
        "ps, 0.95, 0.95, 0.95"
    })
    void doesNotFallBehindOnOwnTexts(String language, double alert, double speaker, double statement) {
        assertFloors(LabelledText.own(language), alert, speaker, statement);
    }

    @Test
    void readsTheSeedArticles() {
        Path labels = SHARED.resolve("eval").resolve("labels-dev.jsonl");
        Path seeds = SHARED.resolve("seeds");
        assumeTrue(Files.isRegularFile(labels) && Files.isDirectory(seeds), "the seeds are not part of a clone");

        List<LabelledText> articles = LabelledText.read(labels).stream()
                .filter(label -> "seed".equals(label.set()))
                .map(label -> label.with(textOf(seeds.resolve(label.path()))))
                .toList();

        assertThat(articles).hasSize(5);
        assertFloors(articles, 1, 1, 0.9);
    }

    private static void assertFloors(List<LabelledText> texts, double alert, double speaker, double statement) {
        Scorer scorer = new Scorer(ANALYZER);
        texts.forEach(scorer::add);
        assertThat(scorer.alertF1())
                .as("alert F1; misses:%n%s", scorer.misses())
                .isGreaterThanOrEqualTo(alert);
        assertThat(scorer.speakerF1())
                .as("speaker F1; misses:%n%s", scorer.misses())
                .isGreaterThanOrEqualTo(speaker);
        assertThat(scorer.statementF1()).as("statement F1").isGreaterThanOrEqualTo(statement);
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
