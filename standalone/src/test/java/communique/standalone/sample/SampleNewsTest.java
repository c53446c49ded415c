package communique.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Analyzer;
import communique.standalone.evaluate.Evaluation;
import communique.standalone.evaluate.LabelledArticle;
import communique.standalone.evaluate.Scores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The sample news with the labels we gave them: what the engine must not fall behind. */
class SampleNewsTest {
    private static final Path LABELS = Path.of("src/test/resources/communique/standalone/sample-labels.jsonl");

    @Test
    void isUnderstood() throws IOException {
        Evaluation evaluation = new Evaluation(new Analyzer(Optional.empty()), 0.5);
        LabelledArticle.read(LABELS).forEach(evaluation::add);

        Scores scores = evaluation.scores().get("all");
        String misses = evaluation.misses().stream().map(Object::toString).collect(Collectors.joining("\n"));
        assertThat(scores.alertF1()).as(misses).isGreaterThanOrEqualTo(0.94);
        assertThat(scores.speakerF1()).as(misses).isGreaterThanOrEqualTo(0.92);
        assertThat(scores.statementF1()).as(misses).isGreaterThanOrEqualTo(0.79);
    }

    @Test
    void isLabelledArticleByArticle() throws IOException {
        List<String> labelled = LabelledArticle.read(LABELS).stream()
                .map(LabelledArticle::id)
                .sorted()
                .toList();

        assertThat(SampleArticle.all()).extracting(SampleArticle::id).containsExactlyInAnyOrderElementsOf(labelled);
    }
}
