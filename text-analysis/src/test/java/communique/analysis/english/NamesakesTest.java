package communique.analysis.english;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Texts;
import communique.analysis.country.CountryTag;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People and countries of one name: the given name beside it tells. */
class NamesakesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "In Kabul President Bush spoke of trade.           | AF US",
                "In Kabul the singer Kate Bush spoke of art.       | AF",
                "In Kabul Javad Zarif spoke of trade.              | AF IR",
                "In Kabul Mohammed Zarif spoke of trade.           | AF IR",
                "In Kabul the painter Otto Zarif spoke of art.     | AF",
                "Jordan and Chad sent aid to Kabul.                | AF JO TD",
                "The golfer Jordan Miller-Roe won; Chad Roe lost.  | ''",
                "The diver Chad Roe won; Lena Jordan came second.  | ''",
                "Neighbouring Jordan sent aid.                     | JO"
            })
    void tellsThemApart(String text, String codes) {
        List<CountryTag> countries = Texts.analyze(text).countries();

        assertThat(countries.stream().map(CountryTag::code).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(codes);
    }
}
