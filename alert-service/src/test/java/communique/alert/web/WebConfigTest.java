package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.alert.view.PageLink;
import communique.kit.config.InvalidConfigException;
import communique.kit.config.Keys;
import communique.kit.config.SettingsLoader;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebConfigTest {
    @Test
    void hasDefaults() {
        assertThat(of(Map.of())).isEqualTo(new WebConfig(10_000, 2_000));
    }

    @Test
    void readsEveryKey() {
        assertThat(of(Map.of(
                        "alert.web.kept", "7",
                        "alert.web.clients", "3",
                        "alert.web.url", "https://alerts.example")))
                .isEqualTo(new WebConfig(
                        7, 3, Optional.empty(), new PageLink(Optional.of(URI.create("https://alerts.example")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"alerts.example", "ftp://alerts.example", "https://alerts.example/{x}", "http://[::1", "http://"
            })
    void refusesAnAddressThatIsNone(String url) {
        assertThatThrownBy(() -> of(Map.of("alert.web.url", url)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("alert.web.url: '" + url + "' is not an http or https address");
    }

    private static WebConfig of(Map<String, String> values) {
        var definition = WebConfig.define(new Keys()).definition();
        return WebConfig.of(new SettingsLoader(definition, Map.of()).load(Optional.empty(), values));
    }
}
