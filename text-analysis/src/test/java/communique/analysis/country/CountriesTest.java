package communique.analysis.country;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.English;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.text.Units;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
    @ParameterizedTest
    @CsvSource({
        "Afghanistan, AF, NAME",
        "Afghans, AF, PEOPLE",
        "Kabul, AF, CAPITAL",
        "Kandahar, AF, PLACE",
        "Taliban, AF, RULER",
        "🇦🇫, AF, FLAG",
        "Russian Federation, RU, NAME",
        "Kremlin, RU, CAPITAL",
        "Beijing, CN, CAPITAL",
        "Islamabad, PK, CAPITAL",
        "Tehran, IR, CAPITAL",
        "Uzbek, UZ, PEOPLE"
    })
    void knowsHowATermNamesACountry(String term, String code, Reference reference) {
        assertThat(English.units(term + " again").sense(0, CountrySense.class))
                .isEqualTo(new CountrySense(code, reference));
    }

    @Test
    void findsTheCountryInsideALongerTerm() {
        assertThat(inner("an Afghan-led process")).containsExactly("AF");
        assertThat(inner("neighbouring countries of Afghanistan")).contains("AF");
    }

    @Test
    void keepsTheCountriesOfOutsidersToThemselves() {
        assertThat(inner("the Pakistani Taliban")).isEmpty();
    }

    private static List<String> inner(String text) {
        Units units = English.units(text);
        return IntStream.range(0, units.count())
                .filter(unit -> units.term(unit) != null)
                .boxed()
                .flatMap(unit -> units.term(unit).senses(InnerCountrySense.class).stream())
                .map(InnerCountrySense::code)
                .toList();
    }
}
