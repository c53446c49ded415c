package communique.analysis.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.English;
import communique.analysis.text.Units;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {
    @ParameterizedTest
    @CsvSource({
        "Qin Gang, 2023-04-13, foreign-minister",
        "Wang Yi, 2023-07-25, foreign-minister",
        "Vladimir Putin, 2007-05-01, head-of-state",
        "Vladimir Putin, 2010-05-01, prime-minister",
        "Vladimir Putin, 2024-05-01, head-of-state",
        "Abbas Araghchi, 2015-01-01, deputy-foreign-minister",
        "Abbas Araghchi, 2024-08-21, foreign-minister",
        "Ali Larijani, 2006-01-01, security-secretary",
        "Ali Larijani, 2015-01-01, speaker-of-parliament"
    })
    void knowsWhoHeldWhichOfficeWhen(String name, LocalDate day, String office) {
        assertThat(person(name).on(day)).map(Tenure::office).contains(office);
    }

    @ParameterizedTest
    @CsvSource({"Qin Gang, 2023-07-26", "Mohammad Javad Zarif, 2022-01-01", "Imran Khan, 2023-01-01"})
    void knowsWhoHeldNoneAnyMore(String name, LocalDate day) {
        assertThat(person(name).on(day)).isEmpty();
    }

    @Test
    void takesOfSeveralTermsTheOneThatBeganLast() {
        assertThat(person("Ali Akbar Velayati").latest().office()).isEqualTo("official");
        assertThat(person("Vladimir Putin").as("head-of-state", "RU")).hasSize(2);
    }

    @Test
    void countsTheFirstAndTheLastDayOfATerm() {
        Tenure tenure = new Tenure("CN", "envoy", LocalDate.of(2021, 7, 21), LocalDate.of(2023, 1, 31));

        assertThat(tenure.covers(LocalDate.of(2021, 7, 21))).isTrue();
        assertThat(tenure.covers(LocalDate.of(2023, 1, 31))).isTrue();
        assertThat(tenure.covers(LocalDate.of(2023, 2, 1))).isFalse();
    }

    @Test
    void knowsASurnameFromAFullName() {
        assertThat(English.units("Lavrov").sense(0, PersonSense.class).full()).isFalse();
        assertThat(English.units("Sergei Lavrov").sense(0, PersonSense.class).full())
                .isTrue();
    }

    @Test
    void knowsOnePersonByAllSpellings() {
        for (String spelling : List.of("Sergei Lavrov", "Sergey Lavrov", "Lavrov")) {
            assertThat(person(spelling).name()).isEqualTo("Sergey Lavrov");
        }
    }

    private static Person person(String name) {
        Units units = English.units(name);
        return units.sense(0, PersonSense.class).person();
    }
}
