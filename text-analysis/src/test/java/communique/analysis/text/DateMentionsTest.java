package communique.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.English;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;

class DateMentionsTest {
    @Test
    void readsDaysWithTheirYear() {
        DateMentions days = of("They met on April 13, 2023 and on 20 October 2021 and on Nov. 11th, 2021.");

        assertThat(days.full())
                .containsExactly(LocalDate.of(2023, 4, 13), LocalDate.of(2021, 10, 20), LocalDate.of(2021, 11, 11));
        assertThat(days.yearless()).isEmpty();
    }

    @Test
    void readsDaysWithoutYear() {
        assertThat(of("They meet on April 13 and on the 3rd of it.").yearless()).containsExactly(MonthDay.of(4, 13));
    }

    @Test
    void passesOverWhatIsNoDay() {
        DateMentions days = of("On April 31, 2023 nobody came. In April it rained. In April 1,250 came.");

        assertThat(days.full()).isEmpty();
        assertThat(days.yearless()).isEmpty();
    }

    private static DateMentions of(String text) {
        Units units = English.units(text);
        return DateMentions.of(units, English.sentences(units));
    }
}
