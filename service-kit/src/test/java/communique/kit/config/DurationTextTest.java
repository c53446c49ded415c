package communique.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "15s, PT15S",
        "5m, PT5M",
        "2h, PT2H",
        "7d, P7D",
        "0s, PT0S",
        "' 15 S ', PT15S",
        "90m, PT90M"
    })
    void readsANumberAndAUnit(String text, Duration duration) {
        assertThat(DurationText.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"PT0.25S, 250ms", "PT1.5S, 1500ms", "PT15S, 15s", "PT90S, 90s", "PT90M, 90m", "PT48H, 2d", "PT0S, 0s"})
    void writesTheShortestTextThatReadsBack(Duration duration, String text) {
        assertThat(DurationText.format(duration)).isEqualTo(text);
        assertThat(DurationText.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "s", "-1s", "1.5h", "15 sec", "1h30m", "PT15S"})
    void saysHowADurationIsWritten(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is not a duration")
                .hasMessageContaining("such as 15s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999d", "99999999999999999999ms"})
    void refusesWhatNoNumberOfMillisecondsHolds(String text) {
        assertThatThrownBy(() -> DurationText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
