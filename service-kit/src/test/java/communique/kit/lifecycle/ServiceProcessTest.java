package communique.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void printsNothingButTheConfigurationWhereThatIsAskedFor(@TempDir Path folder) throws Exception {
        // As Logback logs where nobody has told it how
        Path basic = Files.writeString(
                folder.resolve("logback.xml"),
                "<configuration><appender name='out' class='ch.qos.logback.core.ConsoleAppender'>"
                        + "<encoder><pattern>%msg%n</pattern></encoder></appender>"
                        + "<root level='DEBUG'><appender-ref ref='out'/></root></configuration>");
        Process process = start(List.of("-Dlogback.configurationFile=" + basic), "--print-config");
        try (BufferedReader printed = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(printed.lines()).isNotEmpty().allMatch(line -> line.matches("[a-z.]+=.*"));
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(String... arguments) throws Exception {
        return start(List.of(), arguments);
    }

    private static Process start(List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SampleMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}
