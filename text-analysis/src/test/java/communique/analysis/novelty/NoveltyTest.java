package communique.analysis.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import communique.analysis.English;
import communique.analysis.lexicon.Inflection;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.novelty.NoveltyJudge.Verdict;
import communique.analysis.text.Units;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoveltyTest {
    private static final Fingerprinter ENGLISH =
            new Fingerprinter(new LexiconFiles(Optional.empty()), "en", Inflection.NONE);
    private static final Optional<LocalDate> MONDAY = Optional.of(LocalDate.of(2024, 5, 13));
    private static final String FLOOD =
            "Chinese Foreign Minister Wang Yi offered condolences over the floods in Takhar that killed 41 people.";

    @Test
    void takesNamesNumbersPlacesAndTopics() {
        assertThat(print(FLOOD).features())
                .contains("person:Wang Yi", "number:41", "place:takhar", "topic:humanitarian-aid", "country:CN");
    }

    @Test
    void leavesOutShortWordsYearsAndSingleDigits() {
        assertThat(print("In 2024 he saw 7 men.").features())
                .noneMatch(feature -> feature.startsWith("number:"))
                .doesNotContain("word:he", "word:saw");
    }

    @Test
    void readsOneNumberHoweverItIsWritten() {
        assertThat(print("1,250 tons").features()).contains("number:1250");
        assertThat(print("۱۲۵۰").features()).contains("number:1250");
    }

    @Test
    void findsTheSameInARewrite() {
        Fingerprint rewrite =
                print("Wang Yi, China's top diplomat, has condoled with the families of 41 dead in the Takhar floods.");

        Verdict verdict = NoveltyJudge.sameStory(print(FLOOD), MONDAY, rewrite, MONDAY);

        assertThat(verdict.same()).isTrue();
        assertThat(verdict.reason()).contains("Wang Yi").contains("41");
    }

    @Test
    void findsAnotherStoryInOtherWords() {
        Fingerprint other = print("Russian envoy Zamir Kabulov spoke about gas pipelines and wheat in Kabul.");

        assertThat(NoveltyJudge.sameStory(print(FLOOD), MONDAY, other, MONDAY).same())
                .isFalse();
    }

    @Test
    void findsAnotherStoryWeeksLater() {
        Verdict verdict =
                NoveltyJudge.sameStory(print(FLOOD), MONDAY, print(FLOOD), MONDAY.map(day -> day.plusDays(30)));

        assertThat(verdict.same()).isFalse();
        assertThat(verdict.reason()).contains("30 days");
    }

    @Test
    void asksForMoreWhereADayIsUnknown() {
        Fingerprint a = new Fingerprint(Set.of("person:A", "word:a", "word:b", "word:c"));
        Fingerprint b = new Fingerprint(Set.of("person:A", "word:d", "word:e", "word:f"));

        assertThat(NoveltyJudge.sameStory(a, Optional.empty(), b, MONDAY).same())
                .isFalse();
    }

    @Test
    void takesAnotherTollForNew() {
        Verdict verdict = NoveltyJudge.sameStatement(print(FLOOD.replace("41", "67")), print(FLOOD));

        assertThat(verdict.same()).isFalse();
        assertThat(verdict.reason()).isEqualTo("another figure: 67");
    }

    @Test
    void takesALeftOutTollForKnown() {
        Verdict verdict = NoveltyJudge.sameStatement(print(FLOOD.replace("41 people", "people")), print(FLOOD));

        assertThat(verdict.same()).isTrue();
    }

    @Test
    void measuresAgainstTheShorterText() {
        Fingerprint part = new Fingerprint(Set.of("person:A", "number:41"));
        Fingerprint whole = new Fingerprint(Set.of("person:A", "number:41", "word:x", "word:y"));

        assertThat(Resemblance.of(part, whole).score()).isEqualTo(1, within(1e-9));
        assertThat(Resemblance.of(part, whole).shared()).containsExactly("person:A", "number:41");
    }

    @Test
    void findsNothingAlikeInNothing() {
        assertThat(Resemblance.of(new Fingerprint(Set.of()), print(FLOOD)).score())
                .isZero();
    }

    private static Fingerprint print(String text) {
        Units units = English.units(text);
        return ENGLISH.of(units, 0, units.count());
    }
}
