package communique.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.kit.config.InvalidConfigException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** How the services of one process are configured. */
class LocalSystemIT {
    private static final String KEPT = "alert.web.kept";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);

    @Test
    void takesTheTokenOfThePageFromTheEnvironment() throws Exception {
        SystemOptions options = new SystemOptions(
                folder,
                0,
                0,
                Map.of("http.port", "0", "topics.partitions", "1", "log.level", "warn"),
                Map.of(),
                Map.of("enrich.state.dir", folder.resolve("enrich").toString()),
                Map.of("alert.state.dir", folder.resolve("alert").toString()),
                List.of(),
                Map.of("ALERT_WEB_TOKEN", "s3cret-token"));

        try (LocalSystem system = LocalSystem.start(options, console)) {
            assertThat(system.awaitReady(system.failed(), said -> {})).isTrue();
            HttpRequest reload = HttpRequest.newBuilder(
                            URI.create(system.page()).resolve("/v1/reload"))
                    .header("Authorization", "Bearer s3cret-token")
                    .POST(BodyPublishers.noBody())
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(reload, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void givesAKeyOfOneServiceToThatServiceAlone() {
        assertThatThrownBy(() -> run("--set", KEPT + "=0", "--set", "ingest.poll.threads=many"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("ingest.poll.threads")
                .hasMessageNotContaining(KEPT + ": unknown key");
        assertThatThrownBy(() -> run("--set", KEPT + "=0"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(KEPT);
    }

    @Test
    void saysWhatAMistypedKeyOfAServiceMeans() {
        assertThatThrownBy(() -> run("--set", "alert.web.tokn=x"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("did you mean alert.web.token?");
    }

    private void run(String... arguments) {
        RunCommand command = new RunCommand(console, console);
        new CommandLine(command).parseArgs(arguments);
        try {
            command.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
