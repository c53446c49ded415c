package communique.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import communique.alert.delivery.channel.Surroundings;
import communique.kit.config.Placeholders;
import communique.kit.config.SettingsLoader;
import communique.kit.lifecycle.Health;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The running service is given other rules and channels. */
@ExtendWith(ClusterExtension.class)
class ReloadIT {
    private static final String TOKEN = "s3cret-token";
    private static final String RULES = "rules:\n  - {id: first, by: [CN], about: [AF]}\n";
    private static final String DESK = "channels:\n  - {name: desk, type: console}\n";
    private static final String BOTH = DESK + "  - {name: other, type: console}\n";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private AlertService service;

    @BeforeEach
    void start(TestCluster cluster) throws Exception {
        write("rules.yaml", RULES);
        write("channels.yaml", DESK);
        Map<String, String> values = new HashMap<>(cluster.configuration());
        values.put("alert.state.dir", folder.resolve("state").toString());
        values.put("alert.rules", folder.resolve("rules.yaml").toString());
        values.put("alert.delivery.channels", folder.resolve("channels.yaml").toString());
        values.put("alert.web.token", TOKEN);
        values.put("http.port", "0");
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        service = new AlertService(
                AlertConfig.of(new SettingsLoader(AlertConfig.DEFINITION, Map.of()).load(Optional.empty(), values)),
                new Surroundings(new Placeholders(Map.of()), console, Clock.systemUTC()));
        service.start();
        await().atMost(Duration.ofMinutes(1)).until(() -> service.health().state() == Health.State.READY);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void takesRulesAndChannelsInForceTogether() throws Exception {
        write("rules.yaml", RULES.replace("first", "second"));
        write("channels.yaml", BOTH);

        HttpResponse<String> answer = reload();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(get("/v1/channels")).contains("\"desk\"", "\"other\"");
        sendTest("other");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> printed.toString(StandardCharsets.UTF_8).contains("other"));
    }

    @Test
    void changesNothingWhereOneFileIsWrong() throws Exception {
        write("channels.yaml", BOTH);
        write("rules.yaml", RULES.replace("about", "abaut"));

        HttpResponse<String> answer = reload();

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("abaut");
        assertThat(get("/v1/channels")).contains("\"desk\"").doesNotContain("\"other\"");
        assertThat(service.health().state()).isEqualTo(Health.State.READY);
    }

    @Test
    void changesNothingWhereRulesNeedATopicThatIsNotThere() throws Exception {
        write("channels.yaml", BOTH);
        write("rules.yaml", RULES.replace("[CN]", "[CN, IN]"));

        HttpResponse<String> answer = reload();

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("IN", "topics apply");
        assertThat(get("/v1/channels")).doesNotContain("\"other\"");
    }

    private void write(String file, String text) throws Exception {
        Files.writeString(folder.resolve(file), text);
    }

    private HttpResponse<String> reload() throws Exception {
        return post("/v1/reload", "");
    }

    private void sendTest(String channel) throws Exception {
        HttpResponse<String> answer =
                post("/v1/channels/" + channel + "/test", "{\"user\":\"Maryam\",\"reason\":\"x\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(at(path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }
}
