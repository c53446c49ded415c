package communique.alert.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.kit.config.InvalidConfigException;
import communique.kit.config.Placeholders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
    private final Placeholders placeholders = new Placeholders(Map.of("TOKEN", "t0ken"));

    @TempDir
    Path folder;

    @Test
    void isReadFromTheEnvironment() {
        Secret secret = Secret.of("url", "https://x.example/${env:TOKEN}", null);

        assertThat(secret.reveal(placeholders)).isEqualTo("https://x.example/t0ken");
    }

    @Test
    void isReadFromAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "t0ken\n");

        assertThat(Secret.of("url", null, file.toString()).reveal(placeholders)).isEqualTo("t0ken");
    }

    @Test
    void isGivenOnce() {
        assertThatThrownBy(() -> Secret.of("url", null, null)).hasMessage("needs either url or url_file");
        assertThatThrownBy(() -> Secret.of("url", "a", "b")).hasMessage("needs either url or url_file");
    }

    @Test
    void doesNotBelongInTheConfiguration() {
        Secret secret = Secret.of("secret", "whsec_abc", null);

        assertThatThrownBy(secret::keptElsewhere)
                .hasMessageContaining("${env:NAME}")
                .hasMessageNotContaining("whsec_abc");
    }

    @Test
    void isMissedWhereItIsNotThere() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");

        assertThatThrownBy(() -> Secret.of("url", "${env:OTHER}", null).reveal(placeholders))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("${env:OTHER}");
        assertThatThrownBy(() -> Secret.of("url", null, "/no/such/file").reveal(placeholders))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("/no/such/file");
        assertThatThrownBy(() -> Secret.of("url", null, empty.toString()).reveal(placeholders))
                .isInstanceOf(InvalidConfigException.class);
    }

    @Test
    void isNotShown() {
        assertThat(Secret.of("url", "https://x.example/t0ken", null)).hasToString("[hidden]");
    }
}
