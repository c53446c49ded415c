package communique.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service as a process of its own, told to stop as a supervisor would. */
@Timeout(30)
class ServiceProcessTest {
    private static final int STOPPED_BY_SIGTERM = 128 + 15;

    @Test
    void closesTheServiceWhereItIsToldToStop() throws Exception {
        Process process = start("--set", "log.format=text");
        try (BufferedReader log = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(log.readLine()).matches("[0-9:.]{12} INFO  Sample - started");

            // Not Process.destroy, which closes what we still read
            process.toHandle().destroy();

            assertThat(log.readLine()).endsWith("closed");
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(STOPPED_BY_SIGTERM);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void writesLogLinesAsJsonWhereToldTo() throws Exception {
        Process process = start("--set", "log.format=json");
        try (BufferedReader log = process.errorReader(StandardCharsets.UTF_8)) {
            JsonNode line = new ObjectMapper().readTree(log.readLine());

            assertThat(line.path("level").asText()).isEqualTo("INFO");
            assertThat(line.path("message").asText()).isEqualTo("started");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(String... arguments) throws Exception {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SampleMain.class.getName());
        return new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(arguments)).toList())
                .start();
    }
}
