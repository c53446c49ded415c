package communique.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    120                            | PT2M
                    120.6                          | PT2M1S
                    0                              | PT0S
                    Wed, 4 Mar 2026 05:10:00 GMT   | PT10M
                    Wed, 4 Mar 2026 04:00:00 GMT   | PT0S
                    Wednesday, 04-Mar-26 05:10:00 GMT | PT10M
                    Wed Mar  4 05:10:00 2026       | PT10M
                    316800                         | PT24H
                    Wed, 11 Mar 2026 05:10:00 GMT  | PT24H
                    """)
    void readsEveryForm(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1e3"})
    void leavesWhatItCannotRead(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @Test
    void saysNothingWhereThereIsNoHeader() {
        assertThat(RetryAfter.parse(null, NOW)).isEmpty();
    }
}
