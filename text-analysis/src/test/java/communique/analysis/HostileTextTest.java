package communique.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import communique.analysis.statement.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, the engine answers, and in time. */
class HostileTextTest {
    private static final Analyzer ANALYZER = new Analyzer(Optional.empty());

    /** Ten times and more what a slow machine needs; work that grows with the square needs hours. */
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    private static final int MEGABYTES_5 = 5_000_000;
    private static final String SENTENCE =
            "Russian Foreign Minister Sergey Lavrov, together with Iran and China, said on Monday that Kabul must act, "
                    + "urging the Taliban to form a government, ";

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh", "ru", "fa", "ur", "ps"})
    void readsMutatedTexts(String language) {
        List<LabelledText> texts = LabelledText.own(language);
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String text = mutated(texts.get(round % texts.size()).text(), random);

            assertThatCode(() -> read(text)).as(text).doesNotThrowAnyException();
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 0; i < 1 + random.nextInt(20) && mutated.length() > 0; i++) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(6)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, "\"“”«».,:;—'\n\u200b\u202e".charAt(random.nextInt(14)));
                case 2 -> mutated.setCharAt(at, (char) random.nextInt(Character.MAX_VALUE));
                case 3 -> mutated.insert(at, text, 0, Math.min(at, text.length()));
                case 4 -> mutated.setLength(Math.max(at, 1));
                default -> mutated.insert(at, mutated.substring(0, Math.min(40, mutated.length())));
            }
        }
        return mutated.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "\u0000",
                "'",
                "\"",
                "“",
                ".",
                "—",
                "said",
                "said .",
                "Iran",
                "Iran's",
                "Iran:",
                "— MFA",
                "the",
                "of of of",
                "according to",
                "1.",
                "(1)",
                "\ud800",
                "\udc00\ud800",
                "Iran said \ud83c Kabul",
                "🇦🇫🇮🇷🇦🇫"
            })
    void readsScraps(String text) {
        assertThatCode(() -> read(text)).doesNotThrowAnyException();
    }

    static Stream<String> floods() {
        return Stream.of(
                "x".repeat(MEGABYTES_5),
                "word ".repeat(MEGABYTES_5 / 5),
                "\"".repeat(100_000),
                "“".repeat(100_000),
                "He said \"".repeat(100_000),
                "\u200b".repeat(MEGABYTES_5),
                "K\u200ba\u200bb\u200bu\u200bl ".repeat(300_000),
                "\n".repeat(1_000_000),
                "Related\n".repeat(200_000),
                "A line of the page without end\nMenu\n".repeat(50_000),
                "the foreign minister of ".repeat(100_000),
                "Iran, Russia, China and ".repeat(100_000),
                "\ud83c".repeat(1_000_000),
                "🇦🇫".repeat(500_000),
                "1. 2. 3. ".repeat(200_000),
                "说".repeat(200_000),
                "и".repeat(MEGABYTES_5),
                "A.B.".repeat(500_000),
                "- - -".repeat(500_000));
    }

    @ParameterizedTest
    @MethodSource("floods")
    void endsInTime(String flood) {
        assertTimeoutPreemptively(ENOUGH, () -> read(flood));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "说",
                "表示",
                "支持中国",
                "中国支持",
                "说，",
                "заявил ",
                "Иран заявил ",
                "گفت ",
                "ایران گفت ",
                "کہا ",
                "ایران نے کہا ",
                "وویل ",
                "ایران وویل ",
                "said ",
                "Iran said "
            })
    void readsTwoMegabytesOfOneVerb(String words) {
        String flood = words.repeat(2_000_000 / words.getBytes(StandardCharsets.UTF_8).length);

        assertTimeoutPreemptively(ENOUGH, () -> read(flood));
    }

    @Test
    void readsFiveMegabytesOfSpeechOnOneLine() {
        String line = SENTENCE.repeat(MEGABYTES_5 / SENTENCE.length());

        Analysis analysis = assertTimeoutPreemptively(ENOUGH, () -> ANALYZER.analyze(Document.of(line)));

        assertThat(analysis.statements()).isNotEmpty();
    }

    @Test
    void readsAnArticleOfManySentences() {
        String article =
                "Lavrov said Kabul must act. It rained. “We shall see. Peace will come to Kabul,” Lavrov added.\n"
                        .repeat(50_000);

        Analysis analysis = assertTimeoutPreemptively(ENOUGH, () -> ANALYZER.analyze(Document.of(article)));

        assertThat(analysis.statements()).hasSize(2_000);
    }

    @Test
    void readsManyLinesThatLookLikeDates() {
        String line = "on".repeat(10) + "1 jan" + " ".repeat(34) + "x\n";

        assertTimeoutPreemptively(ENOUGH, () -> read(line.repeat(MEGABYTES_5 / line.length())));
    }

    @Test
    void readsAQuotationOfManySentences() {
        String quotation = "“" + "Kabul must act. ".repeat(100_000) + "It will,” Lavrov said.";

        assertTimeoutPreemptively(ENOUGH, () -> read(quotation));
    }

    @Test
    void countsCodePointsWhateverStandsInBetween() {
        String text = "🌧🌧 It rained 🌧. Lavrov said Kabul must act. 🌧 Zakharova said Kabul will act.";

        for (Statement statement : ANALYZER.analyze(Document.of(text)).statements()) {
            int from = text.offsetByCodePoints(0, statement.start());
            int to = text.offsetByCodePoints(0, statement.end());
            assertThat(text.substring(from, to)).isEqualTo(statement.text());
        }
    }

    private static void read(String text) {
        Document document = new Document(
                Optional.empty(),
                text,
                Optional.of(LocalDate.of(2024, 1, 1)),
                Optional.empty(),
                Optional.empty(),
                false);
        ANALYZER.fingerprint(document, ANALYZER.analyze(document).statements());
    }
}
