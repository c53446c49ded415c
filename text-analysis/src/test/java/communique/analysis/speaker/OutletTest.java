package communique.analysis.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.English;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutletTest {
    @Test
    void believesWhatIsTold() {
        assertThat(outlet(Optional.of("PK"), true, "/TASS/ It rained.")).isEqualTo(new Outlet(Optional.of("PK"), true));
    }

    @Test
    void knowsAnAgencyByItsMark() {
        assertThat(outlet(Optional.empty(), false, "MOSCOW, February 2. /TASS/. It rained."))
                .isEqualTo(new Outlet(Optional.of("RU"), false));
    }

    @Test
    void knowsAnOrganOfAStateByItsMark() {
        assertThat(outlet(Optional.empty(), false, "💬 We welcome the talks."))
                .isEqualTo(new Outlet(Optional.of("RU"), true));
    }

    @Test
    void takesAMarkFarDownForNothing() {
        assertThat(outlet(Optional.empty(), false, "word ".repeat(60) + "/TASS/"))
                .isEqualTo(new Outlet(Optional.empty(), false));
    }

    private static Outlet outlet(Optional<String> country, boolean official, String text) {
        return Outlet.of(country, official, English.units(text));
    }
}
