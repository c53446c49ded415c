package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;

import communique.kit.config.Keys;
import communique.kit.config.SettingsLoader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebConfigTest {
    @Test
    void hasDefaults() {
        assertThat(of(Map.of())).isEqualTo(new WebConfig(10_000, 2_000));
    }

    @Test
    void readsEveryKey() {
        assertThat(of(Map.of("alert.web.kept", "7", "alert.web.clients", "3"))).isEqualTo(new WebConfig(7, 3));
    }

    private static WebConfig of(Map<String, String> values) {
        var definition = WebConfig.define(new Keys()).definition();
        return WebConfig.of(new SettingsLoader(definition, Map.of()).load(Optional.empty(), values));
    }
}
