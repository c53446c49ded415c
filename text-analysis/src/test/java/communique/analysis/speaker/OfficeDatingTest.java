package communique.analysis.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.English;
import communique.analysis.text.Units;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfficeDatingTest {
    @Test
    void tellsTheTimeByWhoHoldsTheOffice() {
        OfficeDating dating = of("Foreign Minister Qin Gang met his guests.").orElseThrow();

        assertThat(dating.from()).isEqualTo(LocalDate.of(2022, 12, 30));
        assertThat(dating.to()).isEqualTo(LocalDate.of(2023, 7, 25));
        assertThat(dating.evidence()).contains("Qin Gang", "foreign-minister", "2023-07-25");
    }

    @Test
    void narrowsItByASecondPerson() {
        OfficeDating dating = of("Foreign Minister Qin Gang met Foreign Minister Amir-Abdollahian.")
                .orElseThrow();

        assertThat(dating.from()).isEqualTo(LocalDate.of(2022, 12, 30));
        assertThat(dating.to()).isEqualTo(LocalDate.of(2023, 7, 25));
    }

    @Test
    void doesNotBelieveInAFormerMinister() {
        assertThat(of("The former foreign minister Qin Gang met his guests.")).isEmpty();
    }

    @Test
    void tellsNothingWithoutAnOfficeBeforeTheName() {
        assertThat(of("We met Qin Gang.")).isEmpty();
    }

    @Test
    void tellsNothingWherePeopleWereNeverInOfficeTogether() {
        assertThat(of("Foreign Minister Qin Gang met Foreign Minister Kamal Kharrazi."))
                .isEmpty();
    }

    private static Optional<OfficeDating> of(String text) {
        Units units = English.units(text);
        return OfficeDating.of(units, English.sentences(units));
    }
}
