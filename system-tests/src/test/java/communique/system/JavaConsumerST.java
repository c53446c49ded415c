package communique.system;

import static org.assertj.core.api.Assertions.assertThat;

import communique.testkit.ClusterExtension;
import communique.testkit.Records;
import communique.testkit.TestCluster;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example for Java, run as its reader would: one source file that knows nothing of this project. */
@ExtendWith(ClusterExtension.class)
class JavaConsumerST {
    private static final Path EXAMPLE = Path.of("..", "docs", "examples", "ConsumeAlerts.java");

    @Test
    void decodesAnAlertFromTheTopic(TestCluster cluster) throws Exception {
        cluster.send(cluster.topics().alerts(), "a1", Records.alert("a1", "x1").build());

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        withoutOurRecords(),
                        EXAMPLE.toString(),
                        cluster.bootstrapServers(),
                        cluster.registryUrl(),
                        cluster.topics().alerts().name(),
                        "1")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.lines()).last().asString().startsWith("a1 [CN] ");
    }

    /** The class path as a stranger's project has it: the generated records are not there. */
    private static String withoutOurRecords() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains(File.separator + "schemas" + File.separator + "target"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
