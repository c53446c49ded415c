package communique.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WordClassTest {
    @Test
    void hasABitOfItsOwnForEveryClass() {
        long all = Arrays.stream(WordClass.values()).mapToLong(WordClass::bit).reduce(0, (a, b) -> a | b);

        assertThat(Long.bitCount(all))
                .as("a class beyond the sixty-fourth shares the bit of another")
                .isEqualTo(WordClass.values().length);
    }
}
