package communique.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.English;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "KABUL, 14 April (Xinhua) -- |Talks began.",
                "TEHRAN – |Talks began.",
                "TEHRAN - |Talks began.",
                "MOSCOW, February 2 /TASS/ - |Talks began.",
                "ISLAMABAD: |Talks began.",
                "ISLAMABAD (Web Desk):|Talks began.",
                "Kabul (Pajhwok) — |Talks began.",
                "|Kabul: talks began.",
                "|Kabul welcomes the talks.",
                "|Talks in Kabul - the first in years - began."
            })
    void skipsPlaceDateAndAgency(String marked) {
        String text = marked.replace("|", "");
        Units units = English.units(text);

        int end = Dateline.end(units, SentenceSplitter.split(units).get(0));

        assertThat(units.text().origin(units.start(end))).isEqualTo(marked.indexOf('|'));
    }

    @Test
    void keepsASentenceThatIsNothingButADateline() {
        Units units = English.units("KABUL —");

        assertThat(Dateline.end(units, SentenceSplitter.split(units).get(0))).isLessThanOrEqualTo(units.count());
    }
}
