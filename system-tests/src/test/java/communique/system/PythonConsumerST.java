package communique.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.testkit.ClusterExtension;
import communique.testkit.Records;
import communique.testkit.TestCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A consumer nobody here wrote the client of: librdkafka and Avro for Python, as Debian packages them. */
@ExtendWith(ClusterExtension.class)
class PythonConsumerST {
    private static final String PYTHON = "/usr/bin/python3";
    private static final Path SCRIPT = Path.of("..", "docs", "examples", "consume_alerts.py");

    @Test
    void decodesAnAlertFromTheTopic(TestCluster cluster) throws Exception {
        assumeTrue(hasModules(), "needs Debian's python3-confluent-kafka and python3-avro");
        cluster.send(cluster.topics().alerts(), "a1", Records.alert("a1", "x1").build());

        Process process = new ProcessBuilder(
                        PYTHON,
                        SCRIPT.toString(),
                        cluster.bootstrapServers(),
                        cluster.registryUrl(),
                        cluster.topics().alerts().name(),
                        "1")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        JsonNode alert = new ObjectMapper().readTree(line);
        assertThat(alert.path("id").asText()).isEqualTo("a1");
        assertThat(alert.path("speakers").get(0).asText()).isEqualTo("CN");
        assertThat(alert.path("statements").get(0).path("text").asText()).isEqualTo(Records.STATEMENT);
        assertThat(alert.path("published").asText()).startsWith("2026-03-02 09:00:00");
    }

    private static boolean hasModules() throws InterruptedException {
        try {
            return new ProcessBuilder(PYTHON, "-c", "import confluent_kafka, avro")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
