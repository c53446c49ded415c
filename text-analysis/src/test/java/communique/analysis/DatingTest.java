package communique.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.text.Staleness;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DatingTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2025, 3, 1);

    @Test
    void findsAnOldEventByItsDate() {
        Analysis analysis = Texts.analyze("KABUL, 14 April 2023 — Russia urged Kabul to act. Talks go on.", PUBLISHED);

        Staleness staleness = analysis.staleness().orElseThrow();
        assertThat(staleness.eventDate()).isEqualTo(LocalDate.of(2023, 4, 14));
        assertThat(staleness.ageDays()).isEqualTo(687);
        assertThat(staleness.evidence()).contains("2023-04-14");
        assertThat(analysis.eventDate()).contains(LocalDate.of(2023, 4, 14));
    }

    @Test
    void findsAnOldEventByWhoHeldTheOffice() {
        Analysis analysis = Texts.analyze("Chinese Foreign Minister Qin Gang urged Kabul to act.", PUBLISHED);

        assertThat(analysis.staleness())
                .map(Staleness::evidence)
                .get()
                .asString()
                .contains("Qin Gang");
    }

    @Test
    void takesAYearlessDayIntoTheOnlyYearItFits() {
        assertThat(Texts.analyze("On April 13 Foreign Minister Qin Gang urged Kabul to act.")
                        .eventDate())
                .contains(LocalDate.of(2023, 4, 13));
    }

    @Test
    void findsNothingOldInFreshNews() {
        assertThat(Texts.analyze("On February 27, 2025 Russia urged Kabul to act.", PUBLISHED)
                        .staleness())
                .isEmpty();
    }

    @Test
    void findsNothingOldWhereARecentDayIsNamedToo() {
        assertThat(Texts.analyze(
                                "On February 27, 2025 Russia recalled the talks of 4 May 2021 and urged Kabul to act.",
                                PUBLISHED)
                        .staleness())
                .isEmpty();
    }

    @Test
    void findsNothingOldWithoutADate() {
        assertThat(Texts.analyze("Russia urged Kabul to act.", PUBLISHED).staleness())
                .isEmpty();
    }
}
