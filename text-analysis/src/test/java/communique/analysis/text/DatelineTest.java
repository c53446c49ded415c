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
                "PORTLAND, Maine, June 2 -- |Talks began.",
                "|Libya, Syria, Afghanistan — the list goes on.",
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
    void namesThePlaceASentenceWasCutBehind() {
        Units units = English.units("TEHRAN - Talks began. Kabul sent an envoy.");
        Sentence first = SentenceSplitter.split(units).get(0);

        assertThat(Dateline.place(units, first.from(Dateline.end(units, first))))
                .isZero();
    }

    @Test
    void namesNoPlaceForALaterSentenceOfTheLine() {
        Units dated = English.units("TEHRAN - Talks began. An envoy came.");
        Units undated = English.units("Iran waits. An envoy came.");

        assertThat(Dateline.place(dated, SentenceSplitter.split(dated).get(1))).isNegative();
        assertThat(Dateline.place(undated, SentenceSplitter.split(undated).get(1)))
                .isNegative();
    }

    @Test
    void keepsASentenceThatIsNothingButADateline() {
        Units units = English.units("KABUL —");

        assertThat(Dateline.end(units, SentenceSplitter.split(units).get(0))).isLessThanOrEqualTo(units.count());
    }
}
