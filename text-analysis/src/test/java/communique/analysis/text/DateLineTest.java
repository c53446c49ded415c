package communique.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are a date; {@code DatelineTest} is about the head of a report. */
class DateLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "April 14, 2023 | 2023-04-14",
                "Published: 14 April 2023 | 2023-04-14",
                "Updated on Apr 3rd, 2024 at 10:35 GMT | 2024-04-03",
                "Friday, 3 May 2024 | 2024-05-03",
                "2023-04-14 08:15 | 2023-04-14",
                "2021年8月16日 | 2021-08-16"
            })
    void readsADate(String line, LocalDate date) {
        assertThat(DateLine.read(line).flatMap(DateLine::date)).contains(date);
    }

    @Test
    void readsADayWithoutItsYear() {
        assertThat(DateLine.read("April 14").map(DateLine::date)).contains(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On April 14, 2023 ministers met in Samarkand to talk about peace.",
                "April 31, 2023",
                "Samarkand",
                "In May 2024 trade grew"
            })
    void leavesOtherLines(String line) {
        assertThat(DateLine.read(line)).isEmpty();
    }
}
