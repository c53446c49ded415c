package communique.analysis.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraditionalHanTest {
    private static final List<String> PAIRS = TraditionalHan.pairs();

    @Test
    void foldsTraditionalCharacters() {
        assertThat(NormalText.fold("外交部長強調阿富汗難民與邊境問題")).isEqualTo("外交部长强调阿富汗难民与边境问题");
    }

    @Test
    void leavesSimplifiedTextAsItIs() {
        assertThat(NormalText.fold("中国外长王毅")).isEqualTo("中国外长王毅");
    }

    @Test
    void readsNoCharacterTwoWays() {
        assertThat(PAIRS.stream().map(pair -> pair.charAt(0))).doesNotHaveDuplicates();
    }

    @Test
    void reachesTheSimplifiedCharacterInOneStep() {
        Set<Character> traditional = PAIRS.stream().map(pair -> pair.charAt(0)).collect(Collectors.toSet());

        assertThat(PAIRS.stream().map(pair -> pair.charAt(1))).doesNotContainAnyElementsOf(traditional);
    }
}
