package communique.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    @ParameterizedTest
    @CsvSource({"'', '', 0", "abc, abc, 0", "abc, abd, 1", "abc, ac, 1", "kitten, sitting, 3", "'', abc, 3"})
    void countsEdits(String a, String b, int edits) {
        assertThat(Suggestion.distance(a, b)).isEqualTo(edits);
        assertThat(Suggestion.distance(b, a)).isEqualTo(edits);
    }

    @Test
    void findsTheNearestName() {
        assertThat(Suggestion.nearest("interval", List.of("intervals", "integral", "id")))
                .contains("intervals");
    }

    @Test
    void findsNothingWhereEveryNameIsFarAway() {
        assertThat(Suggestion.nearest("colour", List.of("url", "interval"))).isEmpty();
    }
}
