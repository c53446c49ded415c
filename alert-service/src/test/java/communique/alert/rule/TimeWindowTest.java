package communique.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.kit.config.InvalidConfigException;
import communique.kit.config.YamlFile;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // 2026-03-02 is a Monday
                "{days: [mon-fri], from: '08:00', to: '18:00'} | 2026-03-02T08:00:00Z | true",
                "{days: [mon-fri], from: '08:00', to: '18:00'} | 2026-03-02T18:00:00Z | false",
                "{days: [mon-fri], from: '08:00', to: '18:00'} | 2026-03-07T12:00:00Z | false",
                "{days: [fri-mon], from: '08:00', to: '18:00'} | 2026-03-08T12:00:00Z | true",
                "{from: '22:00', to: '06:00'}                  | 2026-03-02T23:30:00Z | true",
                "{from: '22:00', to: '06:00'}                  | 2026-03-03T05:59:59Z | true",
                "{from: '22:00', to: '06:00'}                  | 2026-03-03T06:00:00Z | false",
                "{days: [sun], from: '22:00', to: '06:00'}     | 2026-03-02T05:00:00Z | true",
                "{days: [sun], from: '22:00', to: '06:00'}     | 2026-03-02T23:00:00Z | false",
                "{days: [sat, Sunday]}                         | 2026-03-08T00:00:00Z | true",
                "{from: '08:00', to: '18:00', zone: Asia/Kabul} | 2026-03-02T03:30:00Z | true",
                "{from: '18:00', to: '24:00'}                  | 2026-03-02T23:59:00Z | true"
            })
    void containsItsHours(String yaml, Instant moment, boolean contained) {
        assertThat(read(yaml).contains(moment)).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{from: '22:00', to: '06:00'}    | 2026-03-02T23:30:00Z | 2026-03-03T06:00:00Z",
                "{from: '22:00', to: '06:00'}    | 2026-03-03T05:00:00Z | 2026-03-03T06:00:00Z",
                "{days: [sat, sun]}              | 2026-03-07T10:00:00Z | 2026-03-09T00:00:00Z",
                "{from: '08:00', to: '18:00', zone: '+04:30'} | 2026-03-02T10:00:00Z | 2026-03-02T13:30:00Z"
            })
    void endsAtTheFirstMomentOutside(String yaml, Instant moment, Instant end) {
        assertThat(read(yaml).end(moment)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{days: []}         | days must list at least one, such as mon-fri",
                "{days: [noday]}    | 'noday' is no day",
                "{from: 8am}        | from: '8am' is no time",
                "{zone: Kabul}      | 'Kabul' is no time zone",
                "{till: '18:00'}    | unknown key 'till'"
            })
    void refusesAMistakeWithAMend(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(message);
    }

    private static TimeWindow read(String yaml) {
        return YamlFile.read(yaml, "window", TimeWindow.class);
    }
}
