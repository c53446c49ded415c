package communique.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every schema to what was released of it. {@code mvn test -pl schemas -am -Dschemas.release=true} releases the
 * schemas that have changed: it writes a file that is then committed with the change.
 */
class ReleasedSchemasTest {
    private static final Topic<?, ?> SOURCES = new Topics("x", 1).sources();

    private final ReleasedSchemas ofThisModule = ReleasedSchemas.ofThisModule();

    static List<Topic<?, ?>> topics() {
        return ReleasedSchemas.TOPICS;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void newestReleasedSchemaIsTheCurrentOne(Topic<?, ?> topic) {
        if (Boolean.getBoolean("schemas.release") && !ofThisModule.isUpToDate(topic)) {
            ofThisModule.release(topic);
        }
        assumeThat(ofThisModule.isEmpty())
                .as("nothing is released yet; until then schemas may change at will")
                .isFalse();

        assertThat(ofThisModule.isUpToDate(topic))
                .as(
                        "the schema of %s differs from the newest released one: undo the change, or release it with"
                                + " mvn test -pl schemas -am -Dschemas.release=true and commit the file it writes",
                        topic.name())
                .isTrue();
    }

    @Test
    void readsBackWhatWasReleasedInOrder(@TempDir Path folder) throws IOException {
        ReleasedSchemas released = new ReleasedSchemas(folder);
        assertThat(released.isEmpty()).isTrue();
        assertThat(released.isUpToDate(SOURCES)).isFalse();

        released.release(SOURCES);
        Files.writeString(folder.resolve("sources.v1/2.avsc"), "\"string\"");

        assertThat(released.of(SOURCES).get(0)).isEqualTo(SOURCES.schema());
        assertThat(released.of(SOURCES)).hasSize(2);
        assertThat(released.isEmpty()).isFalse();
    }

    @Test
    void noticesAChangeOfADocOnly(@TempDir Path folder) throws IOException {
        ReleasedSchemas released = new ReleasedSchemas(folder);
        released.release(SOURCES);
        assertThat(released.isUpToDate(SOURCES)).isTrue();

        Path file = folder.resolve("sources.v1/1.avsc");
        Files.writeString(file, Files.readString(file).replace("Next poll.", "The next poll."));

        assertThat(released.isUpToDate(SOURCES)).isFalse();
    }
}
