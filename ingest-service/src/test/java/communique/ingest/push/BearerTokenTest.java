package communique.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {
    private final BearerToken token = new BearerToken(Optional.of("s3cret"));

    @ParameterizedTest
    @ValueSource(strings = {"Bearer s3cret", "bearer s3cret", "Bearer  s3cret "})
    void knowsTheToken(String header) {
        assertThat(token.isShownBy(header)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "s3cret", "Bearer s3cre", "Bearer s3crets", "Basic s3cret"})
    void refusesAnythingElse(String header) {
        assertThat(token.isShownBy(header)).isFalse();
    }

    @Test
    void asksForNothingWhereThereIsNone() {
        assertThat(new BearerToken(Optional.empty()).isShownBy(null)).isTrue();
    }
}
