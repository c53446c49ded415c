package communique.analysis.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseSetTest {
    private final PhraseSet phrases = new PhraseSet(List.of("Read more", "Read", "点击"));

    @Test
    void tellsWhichTextsBeginWithAPhrase() {
        assertThat(phrases.begins(NormalText.of("READ MORE here"), end -> true)).isTrue();
        assertThat(phrases.begins(NormalText.of("Now read more"), end -> true)).isFalse();
        assertThat(phrases.begins(NormalText.of(""), end -> true)).isFalse();
    }

    @Test
    void takesALongerPhraseWhereAShorterOneMayNotEnd() {
        assertThat(phrases.begins(NormalText.of("Read more"), end -> end == 9)).isTrue();
        assertThat(phrases.begins(NormalText.of("Read most"), end -> end == 9)).isFalse();
    }

    @Test
    void findsAPhraseAnywhere() {
        assertThat(phrases.isIn(NormalText.of("请点击这里"))).isTrue();
        assertThat(phrases.isIn(NormalText.of("请这里"))).isFalse();
    }
}
