package communique.analysis.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LexiconTest {
    private final Lexicon.Builder builder = new Lexicon.Builder(Set.of("а", "ом", "ского"), Inflection.NONE);

    private record Meaning(Kind kind) implements Sense {}

    @Test
    void findsTheLongestTerm() {
        builder.add("foreign", meaning()).add("foreign minister", meaning());

        assertThat(longest("foreign minister of Iran", 0)).contains("foreign minister");
    }

    @Test
    void fallsBackToTheTermThatEndedLast() {
        builder.add("foreign", meaning()).add("foreign minister", meaning());

        assertThat(longest("foreign mining", 0)).contains("foreign");
    }

    @Test
    void matchesWholeWordsOnly() {
        builder.add("iran", meaning());

        assertThat(longest("iranian", 0)).isEmpty();
        assertThat(longest("iran's", 0)).contains("iran");
        assertThat(longest("iran2", 0)).isEmpty();
    }

    @Test
    void needsNoWordEndInAScriptWithoutBlanks() {
        builder.add("中国", meaning());

        assertThat(longest("中国外交部", 0)).contains("中国");
    }

    @Test
    void takesAStarredTermWithAnEndingOfTheLanguage() {
        builder.add("афган*", meaning());

        assertThat(longest("афган", 0)).contains("афган");
        assertThat(longest("афганского", 0)).contains("афган");
        assertThat(longest("афганом", 0)).contains("афган");
        assertThat(longest("афганистан", 0)).isEmpty();
    }

    @Test
    void takesANameOnlyWithItsCapital() {
        builder.add("Reading", meaning());

        assertThat(longest("Reading Town", 0)).contains("reading");
        assertThat(longest("On reading it", 3)).isEmpty();
    }

    @Test
    void takesAShortTermInCapitalsOnlyInCapitals() {
        builder.add("US", meaning());

        assertThat(longest("US troops", 0)).contains("us");
        assertThat(longest("Us and them", 0)).isEmpty();
        assertThat(longest("Tell us", 5)).isEmpty();
    }

    @Test
    void takesANameInATextWithoutCapitals() {
        builder.add("Kabul", meaning());

        assertThat(longest("kabul airport", 0)).contains("kabul");
    }

    @Test
    void letsAWordInSmallLettersMatchInAnyWriting() {
        builder.add("minister", meaning());

        assertThat(longest("MINISTER", 0)).contains("minister");
    }

    @Test
    void readsOverAJoinerInsideAWord() {
        builder.add("افغانستان", meaning()).add("افغان", meaning());

        assertThat(longest("افغا\u200cنستان", 0)).contains("افغانستان");
        assertThat(longest("افغان\u200cها", 0)).contains("افغان");
        assertThat(longest("افغا\u200c\u200cنستان", 0)).contains("افغانستان");
        assertThat(longest("افغا\u200c نستان", 0)).isEmpty();
        assertThat(longest("افغا نستان", 0)).isEmpty();
    }

    @Test
    void gathersTheMeaningsOfOneSpelling() {
        builder.add("state", new Meaning(Kind.ORGAN)).add("state", new Meaning(Kind.VERB));
        Lexicon.Match match = new Lexicon.Match();

        builder.build().longest(NormalText.of("state"), 0, match);

        assertThat(match.term().is(Kind.ORGAN)).isTrue();
        assertThat(match.term().is(Kind.VERB)).isTrue();
        assertThat(match.term().is(Kind.COUNTRY)).isFalse();
        assertThat(match.term().size()).isEqualTo(2);
    }

    @Test
    void keepsOneMeaningOnce() {
        builder.add("state", new Meaning(Kind.ORGAN)).add("State", new Meaning(Kind.ORGAN));
        Lexicon.Match match = new Lexicon.Match();

        builder.build().longest(NormalText.of("State"), 0, match);

        assertThat(match.term().size()).isEqualTo(1);
    }

    private static Sense meaning() {
        return new Meaning(Kind.WORD);
    }

    private Optional<String> longest(String text, int from) {
        Lexicon.Match match = new Lexicon.Match();
        NormalText normal = NormalText.of(text);
        return builder.build().longest(normal, from, match)
                ? Optional.of(match.term().text())
                : Optional.empty();
    }
}
