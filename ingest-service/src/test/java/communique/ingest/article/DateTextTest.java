package communique.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-03-04                      | 2026-03-04T00:00:00Z
                    2026-03-04T05:06:07Z            | 2026-03-04T05:06:07Z
                    2026-03-04t05:06:07z            | 2026-03-04T05:06:07Z
                    2026-03-04T05:06Z               | 2026-03-04T05:06:00Z
                    2026-03-04T05:06:07.890Z        | 2026-03-04T05:06:07.890Z
                    2026-03-04T05:06:07+04:30       | 2026-03-04T00:36:07Z
                    2026-03-04T05:06:07+0430        | 2026-03-04T00:36:07Z
                    2026-03-04T05:06:07+04          | 2026-03-04T01:06:07Z
                    2026-03-04 05:06:07             | 2026-03-04T05:06:07Z
                    2026-03-04 05:06 +03:00         | 2026-03-04T02:06:00Z
                    Wed, 4 Mar 2026 05:06:07 GMT    | 2026-03-04T05:06:07Z
                    Wed, 4 Mar 2026 05:06:07 +0300  | 2026-03-04T02:06:07Z
                    """)
    void readsTheCommonSpellings(String text, Instant instant) {
        assertThat(DateText.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "2026-13-01T00:00:00Z", "04.03.2026", "1772600767"})
    void leavesWhatItCannotRead(String text) {
        assertThat(DateText.parse(text)).isEmpty();
    }
}
