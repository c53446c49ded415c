package communique.alert.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.alert.SampleAlerts;
import communique.schemas.v1.Alert;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WantedTest {
    private final Alert alert = SampleAlerts.joint("x1").setConfidence(0.7).build();

    @Test
    void isEverythingWhereNothingIsSaid() {
        assertThat(new Wanted(null, null)).isEqualTo(Wanted.ALL);
        assertThat(Wanted.ALL.accepts(alert)).isTrue();
    }

    @Test
    void needsOneOfItsSpeakers() {
        assertThat(new Wanted(Set.of("CN", "IR"), null).accepts(alert)).isTrue();
        assertThat(new Wanted(Set.of("CN"), null).accepts(alert)).isFalse();
    }

    @Test
    void needsItsConfidence() {
        assertThat(new Wanted(null, 0.7).accepts(alert)).isTrue();
        assertThat(new Wanted(null, 0.71).accepts(alert)).isFalse();
    }

    @Test
    void refusesWhatIsNoCountryAndNoConfidence() {
        assertThatThrownBy(() -> new Wanted(Set.of("Russia"), null)).hasMessageContaining("'Russia'");
        assertThatThrownBy(() -> new Wanted(null, 60.0)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> new Wanted(null, Double.NaN)).hasMessageContaining("0 to 1");
    }
}
