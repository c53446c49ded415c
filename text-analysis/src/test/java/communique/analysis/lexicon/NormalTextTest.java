package communique.analysis.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTextTest {
    @ParameterizedTest
    @CsvSource({
        "Kabul, kabul",
        "Évian, evian",
        "Москва́, москва",
        "Семён, семен",
        "ＫＡＢＵＬ, kabul",
        "۱۴۰۴, 1404",
        "Herat’s, herat's",
        "Tali‑ban, tali-ban",
        "Tehran – Kabul, tehran — kabul",
        "كابل, کابل",
        "وي, وی",
        "دفترِ خارجہ, دفتر خارجه",
        "می‌گوید, می گوید",
        "افـــغان, افغان",
        "واشنګټن, واشنگتن",
        "کاناډا, کانادا"
    })
    void foldsVariantsOfOneSpelling(String written, String folded) {
        assertThat(NormalText.fold(written)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ta\u00adli\u200bban", "\ufeffTaliban", "Tali\u200dban", "Tali\u2060ban\ufe0f"})
    void dropsWhatHasNoWidth(String written) {
        assertThat(NormalText.fold(written)).isEqualTo("taliban");
    }

    @Test
    void makesOneBlankAndOneLineFeedOfAll() {
        assertThat(NormalText.fold("a\u00a0b\tc\rd\u2028e\u3000f")).isEqualTo("a b c\nd\ne f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a  b", "a \u00a0\t b", "a\u200c b"})
    void makesOneBlankOfSeveral(String written) {
        NormalText text = NormalText.of(written);

        assertThat(NormalText.fold(written)).isEqualTo("a b");
        assertThat(text.originalSlice(2, 3)).isEqualTo("b");
    }

    @Test
    void leadsBackToTheOriginal() {
        NormalText text = NormalText.of("\u200bIn Ka\u00adbul’s streets");

        int from = 3;
        assertThat(text.slice(from, from + 7)).isEqualTo("kabul's");
        assertThat(text.originalSlice(from, from + 7)).isEqualTo("Ka\u00adbul’s");
        assertThat(text.original().substring(text.origin(from), text.origin(from + 7)))
                .isEqualTo("Ka\u00adbul’s");
    }

    @Test
    void endsInLineFeeds() {
        NormalText text = NormalText.of("ab");

        assertThat(text.length()).isEqualTo(2);
        assertThat(text.charAt(2)).isEqualTo('\n');
        assertThat(text.originalAt(7)).isEqualTo('\n');
        assertThat(text.origin(2)).isEqualTo(2);
    }

    @Test
    void keepsLoneSurrogates() {
        assertThat(NormalText.fold("a\ud83cb")).isEqualTo("a\ud83cb");
    }

    @Test
    void knowsWhetherATextHasCapitals() {
        assertThat(NormalText.of("Kabul").isCased()).isTrue();
        assertThat(NormalText.of("kabul").isCased()).isFalse();
        assertThat(NormalText.of("喀布尔").isCased()).isFalse();
    }

    @Test
    void tellsHowAPartIsWritten() {
        NormalText text = NormalText.of("US Us us");

        assertThat(text.capitals(0, 2)).isEqualTo(Capitals.ALL);
        assertThat(text.capitals(3, 5)).isEqualTo(Capitals.FIRST);
        assertThat(text.capitals(6, 8)).isEqualTo(Capitals.NONE);
    }

    @Test
    void takesEveryWordForANameWhereThereAreNoCapitals() {
        assertThat(NormalText.of("kabul").capitals(0, 5)).isEqualTo(Capitals.FIRST);
    }
}
