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
        "1300-01-01, 1921-03-21",
        "1357-11-22, 1979-02-11",
        "1399-01-01, 2020-03-20",
        "1399-12-30, 2021-03-20",
        "1400-05-24, 2021-08-15",
        "1403-01-01, 2024-03-20",
        "1404-01-01, 2025-03-21",
        "1409-01-01, 2030-03-21"
    })
    void agreesWithTheGregorianCalendar(String solar, LocalDate gregorian) {
        String[] parts = solar.split("-");

        assertThat(SolarHijri.day(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])))
                .isEqualTo(gregorian);
    }

    @Test
    void knowsHowLongItsMonthsAre() {
        assertThatThrownBy(() -> SolarHijri.day(1400, 7, 31)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> SolarHijri.day(1400, 12, 30)).isInstanceOf(DateTimeException.class);
    }
}
