package communique.alert.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();
    private static final UnaryOperator<String> ESCAPED = text -> text.replace("&", "&amp;");

    @Test
    void putsEverythingOnOneLine() {
        assertThat(SafeText.line(" one\r\n\ttwo\u2028three\u0085four ")).isEqualTo("one two three four");
    }

    @Test
    void takesEscapeSequencesAwayFromTheTerminal() {
        assertThat(SafeText.line("a\u001B[31mred\u0007\u009B2J")).doesNotContain("\u001B", "\u0007", "\u009B");
    }

    @Test
    void takesAwayWhatTurnsTheDirectionOfItsSurroundings() {
        assertThat(SafeText.line("abc\u202Edcba\u2066x\u200F")).isEqualTo("abcdcbax");
    }

    @Test
    void keepsTheJoinersThatPersianAndEmojiNeed() {
        String persian = "می\u200Cگوید";
        String family = "👩\u200D👧";

        assertThat(SafeText.line(persian + family)).isEqualTo(persian + family);
    }

    @Test
    void replacesHalfACharacter() {
        assertThat(SafeText.line("a\uD83Db\uDE00")).isEqualTo("a\uFFFDb\uFFFD");
    }

    @ParameterizedTest
    @CsvSource({
        "abc,3,abc",
        "abc,4,abc",
        "abcd,3,ab…",
        "ab cd,4,ab…",
        "abc,1,…",
        "'',3,''",
        "a&b,7,a&amp;b",
        "a&b,6,a…",
        "&&,9,&amp;…"
    })
    void cutsBetweenCharactersAndNeverInsideAnEscape(String text, int max, String expected) {
        assertThat(SafeText.fit(text, max, ESCAPED)).isEqualTo(expected).hasSizeLessThanOrEqualTo(max);
    }

    @Test
    void neverCutsACharacterMadeOfSeveral() {
        String family = "👩\u200D👩\u200D👧";

        assertThat(SafeText.fit("ab" + family + family, 12, AS_IT_IS)).isEqualTo("ab" + family + "…");
        assertThat(SafeText.fit("e\u0301e\u0301", 3, AS_IT_IS)).isEqualTo("e\u0301…");
    }

    @Test
    void replacesATowerOfAccentsByOneMark() {
        assertThat(SafeText.fit("a" + "\u0301".repeat(5_000) + "b", 10, AS_IT_IS))
                .isEqualTo("\uFFFDb");
    }

    @Test
    void marksTheEndOfATextTooLongToBeLookedAt() {
        assertThat(SafeText.fit("\u200F".repeat(30_000) + "x", 10, AS_IT_IS)).isEqualTo("…");
    }
}
