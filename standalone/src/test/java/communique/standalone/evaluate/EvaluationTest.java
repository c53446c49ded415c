package communique.standalone.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import communique.analysis.Analyzer;
import communique.standalone.evaluate.LabelledArticle.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    private static final Analyzer ANALYZER = new Analyzer(Optional.empty());
    private static final String SAID = "China's foreign ministry condemned the attack in Kabul.";
    private static final String SILENT = "It rained in Kabul.";

    private final Evaluation evaluation = new Evaluation(ANALYZER, 0.5);

    @Test
    void countsAlertsSpeakersAndStatements() {
        evaluation.add(article(SAID, true, List.of("CN"), List.of(span(0, SAID.length(), "CN"))));
        evaluation.add(article(SILENT, false, List.of(), List.of()));

        Scores all = evaluation.scores().get("all");
        assertThat(all.alert.f1()).isEqualTo(1);
        assertThat(all.speaker.f1()).isEqualTo(1);
        assertThat(all.statement.f1()).isEqualTo(1);
        assertThat(all.falseAlarmsPer100()).isZero();
        assertThat(evaluation.misses())
                .extracting(Evaluation.Miss::kind)
                .doesNotContain("missed alert", "false alarm", "speakers", "missed statement", "wrong statement");
    }

    @Test
    void listsCountriesAndTopicsThatDiffer() {
        evaluation.add(article("Opium and heroin went from Kabul to Oslo.", false, List.of(), List.of()));

        assertThat(evaluation.misses())
                .extracting(miss -> miss.kind() + ": " + miss.detail())
                .containsExactlyInAnyOrder(
                        "countries: missing [], too many [AF, NO]", "topics: missing [], too many [narcotics]");
    }

    @Test
    void countsAMissedAlertAndAFalseAlarm() {
        evaluation.add(article(SILENT, true, List.of("CN"), List.of(span(0, SILENT.length(), "CN"))));
        evaluation.add(article(SAID, false, List.of(), List.of()));

        Scores all = evaluation.scores().get("all");
        assertThat(all.alert.recall()).isZero();
        assertThat(all.falseAlarmsPer100()).isEqualTo(100);
        assertThat(evaluation.misses())
                .extracting(Evaluation.Miss::kind)
                .contains("missed alert", "false alarm", "missed statement", "wrong statement");
    }

    @Test
    void comparesConfidenceWithWhatIsRight() {
        evaluation.add(article(SAID, true, List.of("CN"), List.of(span(0, SAID.length(), "CN"))));
        evaluation.add(article(SAID, false, List.of(), List.of()));

        Reliability reliability = evaluation.scores().get("all").reliability;
        assertThat(reliability.bins()).singleElement().satisfies(bin -> {
            assertThat(bin.statements()).isEqualTo(2);
            assertThat(bin.right()).isEqualTo(0.5);
        });
        assertThat(reliability.calibrationError())
                .isEqualTo(Math.abs(0.5 - reliability.bins().get(0).confidence()), within(1e-9));
    }

    @Test
    void letsAnOptionalStatementCountNeitherWay() {
        evaluation.add(article(SAID, false, List.of(), List.of(new Span(0, SAID.length(), List.of("CN"), true))));

        assertThat(evaluation.scores().get("all").statement.predicted()).isZero();
    }

    @Test
    void matchesSpansThatShareHalfOfTheShorter() {
        evaluation.add(article(SAID, true, List.of("CN"), List.of(span(SAID.length() / 2, SAID.length() + 20, "CN"))));

        assertThat(evaluation.scores().get("all").statement.f1()).isEqualTo(1);
    }

    @Test
    void leavesAmbiguousArticlesOut() {
        LabelledArticle clear = article(SAID, false, List.of(), List.of());
        evaluation.add(new LabelledArticle(
                "x", "en", null, SAID, null, "AF", false, List.of(), List.of(), List.of(), List.of(), null, true));

        assertThat(evaluation.scores().get("all").articles).isZero();
        evaluation.add(clear);
        assertThat(evaluation.scores().get("en").articles).isEqualTo(1);
    }

    @Test
    void countsCodePointsAndNotCharacters() {
        String flagged = "🇨🇳 " + SAID;
        evaluation.add(article(
                flagged, true, List.of("CN"), List.of(span(0, flagged.codePointCount(0, flagged.length()), "CN"))));

        assertThat(evaluation.scores().get("all").statement.f1()).isEqualTo(1);
    }

    @Test
    void findsAStatementInASeparateHeadline() {
        evaluation.add(new LabelledArticle(
                "x",
                "en",
                SAID,
                SILENT,
                null,
                "AF",
                true,
                List.of("CN"),
                List.of(),
                List.of(),
                List.of(),
                null,
                false));

        assertThat(evaluation.scores().get("all").alert.f1()).isEqualTo(1);
    }

    @Test
    void tellsFileAndLineOfABrokenLabel(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("labels.jsonl");
        Files.writeString(file, "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\n");

        assertThatThrownBy(() -> LabelledArticle.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("labels.jsonl:2");
    }

    @Test
    void computesTheHarmonicMean() {
        Figure figure = new Figure();
        figure.add(3, 4, 6);

        assertThat(figure.precision()).isEqualTo(0.75);
        assertThat(figure.recall()).isEqualTo(0.5);
        assertThat(figure.f1()).isEqualTo(0.6, within(1e-9));
    }

    private static LabelledArticle article(String text, boolean expected, List<String> speakers, List<Span> spans) {
        return new LabelledArticle(
                "x", "en", null, text, null, "AF", expected, speakers, spans, List.of(), List.of(), null, false);
    }

    private static Span span(int start, int end, String... speakers) {
        return new Span(start, end, List.of(speakers), false);
    }
}
