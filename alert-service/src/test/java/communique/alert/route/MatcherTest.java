package communique.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.alert.SampleAlerts;
import communique.schemas.AvroTrust;
import communique.schemas.v1.Alert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
    @BeforeAll
    static void trustRecords() {
        AvroTrust.ensure();
    }

    /** Speakers RU and IR, topics inclusive-government and trade, severity notice, about AF. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "severity=notice ; true",
                "severity=urgent ; false",
                "severity!=urgent ; true",
                "severity != \"notice\" ; false",
                "speaker=RU ; true",
                "speaker=\"IR\" ; true",
                "speaker=CN ; false",
                "speaker!=CN ; true",
                "speaker!=IR ; false",
                "speaker=~CN|IR ; true",
                "speaker=~\"C.\" ; false",
                "speaker=~R ; false",
                "speaker!~R. ; false",
                "speaker!~\"CN|PK\" ; true",
                "topic=trade ; true",
                "topic=~inclusive-.* ; true",
                "person=\"\" ; false",
                "language= ; false",
                "office=foreign-minister ; true",
                "kind=new ; true",
                "novelty=new-story ; true",
                "official=false ; true",
                "alert=x1 ; true"
            })
    void asksWhatItSays(String matcher, boolean matches) {
        Alert alert = SampleAlerts.joint("x1").build();

        assertThat(Matcher.of(matcher).matches(alert)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "severity", "severity==x", "=x", "Severity=x", "speaker=~[", "colour=red", "a=\"b\"c\""})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Matcher.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
