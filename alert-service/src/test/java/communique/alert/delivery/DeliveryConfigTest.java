package communique.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.alert.delivery.channel.Wanted;
import communique.alert.delivery.console.ConsoleConfig;
import communique.kit.config.InvalidConfigException;
import communique.kit.config.Keys;
import communique.kit.config.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryConfigTest {
    @TempDir
    Path folder;

    @Test
    void deliversNowhereByDefault() {
        DeliveryConfig config = of(Map.of());

        assertThat(config.channels()).isEmpty();
        assertThat(config.retryWaits())
                .hasSize(9)
                .startsWith(Duration.ofSeconds(5), Duration.ofMinutes(5))
                .endsWith(Duration.ofHours(24));
    }

    @Test
    void readsEveryKey() throws Exception {
        Path file = Files.writeString(folder.resolve("channels.yaml"), "channels: [{name: desk, type: console}]");

        DeliveryConfig config = of(Map.of(
                "alert.delivery.channels", file.toString(),
                "alert.delivery.console", "color",
                "alert.delivery.retry.waits", "100ms, 2s"));

        assertThat(config.channels())
                .containsExactly(
                        new ConsoleConfig("console", Wanted.ALL, true), new ConsoleConfig("desk", Wanted.ALL, false));
        assertThat(config.retryWaits()).containsExactly(Duration.ofMillis(100), Duration.ofSeconds(2));
    }

    @Test
    void refusesANameThatIsUsedTwice() throws Exception {
        Path file = Files.writeString(folder.resolve("channels.yaml"), "channels: [{name: console, type: console}]");

        assertThatThrownBy(
                        () -> of(Map.of("alert.delivery.channels", file.toString(), "alert.delivery.console", "plain")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("'console' is used twice");
    }

    @Test
    void tellsEveryWaitThatIsNone() {
        assertThatThrownBy(() -> of(Map.of("alert.delivery.retry.waits", "5s,soon,later")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("'soon'")
                .hasMessageContaining("'later'");
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> of(Map.of("alert.delivery.channels", "/no/such/file.yaml")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("/no/such/file.yaml");
    }

    private static DeliveryConfig of(Map<String, String> values) {
        var definition = DeliveryConfig.define(new Keys()).definition();
        return DeliveryConfig.of(new SettingsLoader(definition, Map.of()).load(Optional.empty(), values));
    }
}
