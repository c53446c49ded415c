package communique.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.lexicon.Inflection;
import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.NormalText;
import communique.analysis.lexicon.Sense;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    private record Meaning(Kind kind) implements Sense {}

    private static final Lexicon LEXICON = new Lexicon.Builder(Set.of(), Inflection.NONE)
            .add("foreign minister", new Meaning(Kind.OFFICE))
            .add("Taliban", new Meaning(Kind.COUNTRY))
            .add("中国", new Meaning(Kind.COUNTRY))
            .add("outside", new WordSense(WordClass.PREPOSITION, 3))
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "The foreign minister, too. | the·foreign minister·,·too·.",
                "Iran's and the ministers' words | iran·'s·and·the·ministers·'·words",
                "don't | don't",
                "1,250.5 tons, 3 | 1,250.5·tons·,·3",
                "anti-Taliban well-known | anti·-·taliban·well-known",
                "中国外交部 | 中国·外·交·部",
                "COVID-19 | covid-19",
                "a—b | a·—·b",
                "🔴 Taliban a🔴b👍🏽 🇦🇫 | taliban·a·b·🇦🇫"
            })
    void cutsATextIntoTermsWordsNumbersAndMarks(String text, String units) {
        assertThat(String.join("·", normal(text))).isEqualTo(units);
    }

    @Test
    void knowsWhatAUnitIs() {
        Units units = units("Outside, the Foreign Minister met 12 Taliban.");

        assertThat(units.is(0, WordClass.PREPOSITION)).isTrue();
        assertThat(units.word(0, WordClass.PREPOSITION).index()).isEqualTo(3);
        assertThat(units.is(0, WordClass.DETERMINER)).isFalse();
        assertThat(units.isMark(1, ',')).isTrue();
        assertThat(units.isPlainWord(2)).isTrue();
        assertThat(units.is(3, Kind.OFFICE)).isTrue();
        assertThat(units.sense(3, Meaning.class)).isEqualTo(new Meaning(Kind.OFFICE));
        assertThat(units.isCapital(3)).isTrue();
        assertThat(units.isCapital(4)).isFalse();
        assertThat(units.isNumber(5)).isTrue();
        assertThat(units.first(6)).isEqualTo('t');
    }

    @Test
    void tellsTheGenitiveFromAQuotationMark() {
        Units units = units("Iran's ministers' 'word");

        assertThat(units.isPossessive(1)).isTrue();
        assertThat(units.isPossessive(3)).isTrue();
        assertThat(units.isPossessive(4)).isFalse();
    }

    @Test
    void answersForUnitsThatAreNotThere() {
        Units units = units("Kabul");

        assertThat(units.term(-1)).isNull();
        assertThat(units.is(7, Kind.COUNTRY)).isFalse();
        assertThat(units.isMark(7)).isFalse();
        assertThat(units.isNumber(-1)).isFalse();
        assertThat(units.reads(7, "kabul")).isFalse();
        assertThat(units.reads(0, "kabul")).isTrue();
    }

    @Test
    void growsWithTheText() {
        assertThat(units(".".repeat(10_000)).count()).isEqualTo(10_000);
    }

    private static List<String> normal(String text) {
        Units units = units(text);
        return IntStream.range(0, units.count()).mapToObj(units::normal).toList();
    }

    private static Units units(String text) {
        return Units.of(NormalText.of(text), LEXICON);
    }
}
