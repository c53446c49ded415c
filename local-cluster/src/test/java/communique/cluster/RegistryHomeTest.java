package communique.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryHomeTest {
    @TempDir
    Path folder;

    @AfterEach
    void forgetTheProperty() {
        System.clearProperty(RegistryHome.PROPERTY);
    }

    @Test
    void findsWhatTheBuildUnpackedBesideItsClasses() {
        assertThat(RegistryHome.runnerJar()).exists();
    }

    @Test
    void prefersTheFolderThatTheSystemPropertyNames() throws Exception {
        Path jar = Files.createFile(folder.resolve("any-1.0-runner.jar"));
        System.setProperty(RegistryHome.PROPERTY, folder.toString());

        assertThat(RegistryHome.runnerJar()).isEqualTo(jar);
    }

    @Test
    void saysHowToGetARegistryWhereThereIsNone() {
        System.setProperty(RegistryHome.PROPERTY, folder.resolve("missing").toString());

        assertThatThrownBy(RegistryHome::runnerJar)
                .isInstanceOf(LocalClusterException.class)
                .hasMessageContaining(folder.resolve("missing").toString())
                .hasMessageContaining("mvn generate-resources -pl local-cluster")
                .hasMessageContaining("-Dcommunique.registry.home");
    }
}
