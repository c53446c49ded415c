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
        Wed,4 Mar 26 05:06 EST          | 2026-03-04T10:06:00Z
        Wed, 04 March, 2026 05:06:07 PT | 2026-03-04T13:06:07Z
        Wed, 4 Mar 2026 05:06:07 GMT-01:30 | 2026-03-04T06:36:07Z
        Wed, 4 Mar 2026 05:06:07 Etc/GMT | 2026-03-04T05:06:07Z
        Wed, 4 Mar 2026 24:00:00 GMT    | 2026-03-05T00:00:00Z
        Wed, 4 Mar 2026                 | 2026-03-04T00:00:00Z
        4 марта 2026 05:06              | 2026-03-04T05:06:00Z
        Thu, 31 Jun 2026 10:00:00 GMT   | 2026-07-01T10:00:00Z
        Wed Mar  4 05:06:07 2026        | 2026-03-04T05:06:07Z
        Wed Mar 4 05:06:07 +0300 2026   | 2026-03-04T02:06:07Z
        Wed Mar 04 2026 05:06:07 +0300  | 2026-03-04T02:06:07Z
        March 4, 2026 5:06 pm           | 2026-03-04T17:06:00Z
        Wed, 2026/03/04 05:06:07 EDT    | 2026-03-04T09:06:07Z
        2026-03-04 05:06:07.5           | 2026-03-04T05:06:07.500Z
        2026年3月4日 05:06              | 2026-03-04T05:06:00Z
        2026-03-04 下午 05:06:07        | 2026-03-04T17:06:07Z
        20260304T050607Z                | 2026-03-04T05:06:07Z
        2026-063                        | 2026-03-04T00:00:00Z
        2026-03                         | 2026-03-01T00:00:00Z
        2026                            | 2026-01-01T00:00:00Z
        26-03-04                        | 2026-03-04T00:00:00Z
        -26-03-04                       | 2026-03-04T00:00:00Z
        -26-03                          | 2026-03-01T00:00:00Z
        -2603                           | 2026-03-01T00:00:00Z
        260304                          | 2026-03-04T00:00:00Z
        26063                           | 2026-03-04T00:00:00Z
        """)
    void readsTheCommonSpellings(String text, Instant instant) {
        assertThat(DateText.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-02-30",
                "2026-13-01T00:00:00Z",
                "04.03.2026",
                "1772600767",
                "Wed, 99 Mar 2026 05:06:07 GMT",
                "Wed, 4 zzz 2026 05:06:07 GMT",
                "2026-03-04T25:06:07Z",
                "2026-03-04T05:61:07Z",
                "2026-03-04T05:06:07+99:99",
                "22426",
                "226",
                "261304",
                "Mar x 2026"
            })
    void leavesWhatItCannotRead(String text) {
        assertThat(DateText.parse(text)).isEmpty();
    }
}
