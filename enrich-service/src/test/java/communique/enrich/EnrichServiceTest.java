package communique.enrich;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.kit.config.InvalidConfigException;
import communique.kit.config.Settings;
import communique.kit.config.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichServiceTest {
    @Test
    void refusesAMalformedDataFileAsConfiguration(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("people.txt"), "# comment\nno entry\n");
        Settings settings = new SettingsLoader(EnrichConfig.DEFINITION, Map.of())
                .load(Optional.empty(), Map.of("enrich.lexicon", folder.toString()));

        assertThatThrownBy(() -> new EnrichService(EnrichConfig.of(settings)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("enrich.lexicon: ")
                .hasMessageContaining("people.txt:2: ");
    }
}
