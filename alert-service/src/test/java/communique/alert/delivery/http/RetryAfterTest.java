package communique.alert.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2015-10-21T07:27:00Z");

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "' 7 ', 7",
        "120.0, 120",
        "120.1, 121",
        "120.6, 121",
        "0, 0",
        "'Wed, 21 Oct 2015 07:28:00 GMT', 60",
        "'Wed, 21 Oct 2015 07:26:00 GMT', 0",
        "invalid, 0",
        "-5, 0",
        "99999999999999, 0",
        "'', 0"
    })
    void readsSecondsAndDates(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void isNothingWhereTheHeaderIsMissing() {
        assertThat(RetryAfter.parse(null, NOW)).isZero();
    }
}
