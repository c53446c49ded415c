package communique.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolarHijriTest {
    @ParameterizedTest
    @CsvSource({
        "1300, 1, 1, 1921-03-21",
        "1357, 11, 22, 1979-02-11",
        "1399, 1, 1, 2020-03-20",
        "1399, 12, 30, 2021-03-20",
        "1400, 5, 24, 2021-08-15",
        "1403, 1, 1, 2024-03-20",
        "1404, 1, 1, 2025-03-21",
        "1409, 1, 1, 2030-03-21"
    })
    void agreesWithTheGregorianCalendar(int year, int month, int day, LocalDate gregorian) {
        assertThat(SolarHijri.day(year, month, day)).isEqualTo(gregorian);
    }

    @Test
    void knowsHowLongItsMonthsAre() {
        assertThatThrownBy(() -> SolarHijri.day(1400, 7, 31)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> SolarHijri.day(1400, 12, 30)).isInstanceOf(DateTimeException.class);
    }
}
