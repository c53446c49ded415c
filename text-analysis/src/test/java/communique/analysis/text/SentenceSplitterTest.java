package communique.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.lexicon.Inflection;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.lexicon.NormalText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    private static final Lexicon ENGLISH = english();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Talks began.|They ended at noon.",
                "Who came?|Nobody!|So it goes.",
                "Mr. Lavrov met Dr. Noor.|They spoke.",
                "Sergey V. Lavrov spoke.|He left.",
                "The price rose by 3.5 percent.|It fell later.",
                "“We are ready.”|He left.",
                "“We are ready,” he said.|He left.",
                "\"We are ready.\"|He left.",
                "It ended.He left.",
                "(It ended.)|He left.",
                "It is so…|He left.",
                "会议结束。|他离开了。",
                "Он сказал.|Она ушла.",
                "اجلاس ختم ہوا۔|وہ چلے گئے۔",
                "He left for the U.S. Congress.|It was late.",
                "«Готовы!», — сказал он.|Он ушел."
            })
    void cutsAtTheEndOfASentence(String marked) {
        String joined = marked.replace("|", isSpaced(marked) ? " " : "");

        assertThat(texts(joined))
                .containsExactly(marked.replace("It ended.He", "It ended.|He").split("\\|"));
    }

    private static boolean isSpaced(String text) {
        return text.codePoints().noneMatch(c -> c == '。');
    }

    @Test
    void countsParagraphsAndMarksHeadings() {
        List<Sentence> sentences = split("Iran calls for calm\nIt rained. It snowed.\n\nThe end came.");

        assertThat(sentences).extracting(Sentence::heading).containsExactly(true, false, false, false);
        assertThat(sentences.get(1).paragraph()).isEqualTo(sentences.get(2).paragraph());
        assertThat(sentences.get(3).paragraph()).isGreaterThan(sentences.get(2).paragraph());
    }

    @Test
    void followsAQuotationOverSentences() {
        List<Sentence> sentences = split("He said: “Peace is near. War is far.” He left.");

        assertThat(sentences).extracting(Sentence::endsQuoted).containsExactly(true, false, false);
        assertThat(sentences).extracting(Sentence::beginsQuoted).containsExactly(false, true, false);
    }

    @Test
    void followsAQuotationThatOpensEachParagraphAnew() {
        List<Sentence> sentences = split("He said: “Peace is near.\n“War is far.”");

        assertThat(sentences.get(1).beginsQuoted()).isTrue();
        assertThat(sentences.get(1).endsQuoted()).isFalse();
    }

    @Test
    void endsAnUnclosedQuotationWithItsParagraph() {
        List<Sentence> sentences = split("He said: “Peace is near.\nIt rained.");

        assertThat(sentences.get(1).beginsQuoted()).isFalse();
    }

    @Test
    void takesStraightQuotationMarksByTheBlanksAroundThem() {
        List<Sentence> sentences = split("He said \"peace is near. War is far.\" He left.");

        assertThat(sentences).extracting(Sentence::beginsQuoted).containsExactly(false, true, false);
    }

    @Test
    void cutsASentenceWithoutEnd() {
        List<Sentence> sentences = split("word ".repeat(5_000));

        assertThat(sentences).hasSizeGreaterThan(2);
        assertThat(sentences).allMatch(sentence -> sentence.to() - sentence.from() <= 1_000);
        assertThat(sentences.get(sentences.size() - 1).to()).isEqualTo(5_000);
    }

    private static List<Sentence> split(String text) {
        return SentenceSplitter.split(units(text));
    }

    private static Units units(String text) {
        return Units.of(NormalText.of(text), ENGLISH);
    }

    private static List<String> texts(String text) {
        Units units = units(text);
        return SentenceSplitter.split(units).stream()
                .map(sentence -> units.text().originalSlice(units.start(sentence.from()), units.end(sentence.to() - 1)))
                .toList();
    }

    private static Lexicon english() {
        Lexicon.Builder builder = new Lexicon.Builder(Set.of(), Inflection.NONE);
        GrammarWords.addTo(builder, new LexiconFiles(Optional.empty()), "en");
        return builder.build();
    }
}
