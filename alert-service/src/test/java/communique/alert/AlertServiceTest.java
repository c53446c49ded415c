package communique.alert;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.alert.delivery.channel.Surroundings;
import communique.kit.config.InvalidConfigException;
import communique.kit.config.Placeholders;
import communique.kit.config.Settings;
import communique.kit.config.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertServiceTest {
    @Test
    void refusesAMalformedDataFileAsConfiguration(@TempDir Path folder) throws Exception {
        Path lexicon = Files.createDirectory(folder.resolve("lexicon"));
        Files.writeString(lexicon.resolve("people.txt"), "# comment\nno entry\n");
        Map<String, String> values = Map.of(
                "alert.lexicon", lexicon.toString(),
                "alert.state.dir", folder.resolve("state").toString());
        Settings settings = new SettingsLoader(AlertConfig.DEFINITION, Map.of()).load(Optional.empty(), values);
        Surroundings surroundings = new Surroundings(new Placeholders(Map.of()), System.out, Clock.systemUTC());

        assertThatThrownBy(() -> new AlertService(AlertConfig.of(settings), surroundings))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("alert.lexicon: ")
                .hasMessageContaining("people.txt:2: ");
    }
}
