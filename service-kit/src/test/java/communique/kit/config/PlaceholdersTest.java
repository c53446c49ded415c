package communique.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceholdersTest {
    private final Placeholders placeholders = new Placeholders(Map.of("NAME", "value"));

    @TempDir
    Path folder;

    @Test
    void putsValuesInTheirPlace() throws Exception {
        Files.writeString(folder.resolve("token"), "from a file");
        Files.writeString(folder.resolve("some.properties"), "key=from properties");

        assertThat(placeholders.resolve("k", "a ${env:NAME} b")).isEqualTo("a value b");
        assertThat(placeholders.resolve("k", "${dir:" + folder + ":token}")).isEqualTo("from a file");
        assertThat(placeholders.resolve("k", "${file:" + folder.resolve("some.properties") + ":key}"))
                .isEqualTo("from properties");
        assertThat(placeholders.resolve("k", "as it is $5")).isEqualTo("as it is $5");
    }

    @Test
    void tellsAReferenceThatLeadsNowhere() {
        assertThatThrownBy(() -> placeholders.resolve("k", "${env:OTHER}"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("k: there is no value behind ${env:OTHER}");
        assertThatThrownBy(() -> placeholders.resolve("k", "${file:/no/such/file:key}"))
                .isInstanceOf(InvalidConfigException.class);
        assertThatThrownBy(() -> placeholders.resolve("k", "${dir:/no/such/folder:file}"))
                .isInstanceOf(InvalidConfigException.class);
    }

    @Test
    void knowsAReference() {
        assertThat(Placeholders.isReference("x${env:NAME}")).isTrue();
        assertThat(Placeholders.isReference("${NAME}")).isFalse();
    }
}
