package communique.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LocalRegistryIT {
    private static final String NOTE =
            "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Note\\\",\\\"fields\\\":[]}\"}";

    @TempDir
    Path folder;

    @Test
    void keepsSubjectsAndLevelOverARestart() throws Exception {
        try (LocalRegistry registry = LocalRegistry.start(folder, 0)) {
            assertThat(post(registry, "/subjects/notes-value/versions", NOTE).statusCode())
                    .isEqualTo(200);
        }

        try (LocalRegistry registry = LocalRegistry.start(folder, 0)) {
            assertThat(get(registry, "/subjects").body()).isEqualTo("[\"notes-value\"]");
            assertThat(get(registry, "/config").body()).contains("BACKWARD");
        }
    }

    @Test
    @Timeout(60)
    void endsItsProcessOnceAndDoesNotCallThatAFailure() {
        LocalRegistry registry = LocalRegistry.start(folder, 0);

        registry.close();
        registry.close();

        assertThat(registry.process().isAlive()).isFalse();
        assertThat(registry.failed()).isNotDone();
    }

    @Test
    void tellsItsOwnerWhereItsProcessEndsByItself() {
        try (LocalRegistry registry = LocalRegistry.start(folder, 0)) {
            registry.process().destroyForcibly();

            assertThat(registry.failed())
                    .succeedsWithin(Duration.ofSeconds(10))
                    .asString()
                    .contains("the registry has ended");
        }
    }

    @Test
    void endsWithTheProcessThatStartedItEvenWhereThatIsKilled() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RegistryHolderMain.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = holder.inputReader(StandardCharsets.UTF_8)) {
            ProcessHandle registry =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            assertThat(registry.isAlive()).isTrue();

            holder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

            // Then the next owner need not even wait for that
            LocalRegistry.start(folder, 0).close();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !registry.isAlive());
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void saysWhyItDoesNotStart() throws IOException {
        Files.writeString(folder.resolve("subjects.mv.db"), "this is no database".repeat(1000));

        assertThatThrownBy(() -> LocalRegistry.start(folder, 0))
                .isInstanceOf(LocalClusterException.class)
                .hasMessageContaining("ended while starting")
                .hasMessageContaining("registry.log")
                .hasMessageContaining("Store header is corrupt");
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalRegistry.start(folder, other.getLocalPort()))
                    .isInstanceOf(LocalClusterException.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " for the schema registry is taken");
        }
    }

    private static HttpResponse<String> get(LocalRegistry registry, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(registry.url() + path)).build());
    }

    private static HttpResponse<String> post(LocalRegistry registry, String path, String json) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
