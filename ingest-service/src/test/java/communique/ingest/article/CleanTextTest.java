package communique.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "one\r\n\r\ntwo",
                "one\n\n\n\n\ntwo",
                "  one  \n \t \n two ",
                "one\u2029\u2029two",
                "\ufeffone\r\rtwo"
            })
    void separatesParagraphsByOneBlankLine(String text) {
        assertThat(CleanText.paragraphs(text)).isEqualTo("one\n\ntwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\u3000", "\n", " \n", " \n\n\n "})
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void takesAnyRunOfBlanksAtOnce(String blanks) {
        String text = "one" + blanks.repeat(Limits.ARTICLE_BYTES / blanks.length()) + "two";

        assertThat(CleanText.paragraphs(text)).startsWith("one").endsWith("two");
        assertThat(CleanText.line(text)).startsWith("one");
    }

    @Test
    void dropsWhatNobodySees() {
        assertThat(CleanText.paragraphs("gov\u00adern\u200bment\u0000\u0007")).isEqualTo("government");
    }

    @Test
    void makesOneCharacterOfALetterAndItsMark() {
        assertThat(CleanText.paragraphs("Кита\u0438\u0306")).isEqualTo("Китай");
        assertThat(CleanText.line("E\u0301vian")).isEqualTo("Évian");
    }

    @Test
    void keepsTheJoinersPersianIsSpelledWith() {
        assertThat(CleanText.paragraphs("می\u200cشود")).isEqualTo("می\u200cشود");
    }

    @Test
    void makesEveryBlankAPlainOne() {
        assertThat(CleanText.paragraphs("a\u00a0b\u3000c")).isEqualTo("a b c");
    }

    @Test
    void keepsPairsAndReplacesHalves() {
        assertThat(CleanText.paragraphs("\ud83d\ude00 \ud83d!")).isEqualTo("\ud83d\ude00 \ufffd!");
    }

    @Test
    void putsAHeadlineOnOneLineAndCutsWhatIsNone() {
        assertThat(CleanText.line(" Talks\n  in\tKabul ")).isEqualTo("Talks in Kabul");
        assertThat(CleanText.line("a".repeat(999) + "\ud83d\ude00")).hasSize(999);
    }
}
