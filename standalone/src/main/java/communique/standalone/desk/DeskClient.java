package communique.standalone.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.kit.config.InvalidConfigException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Talks to the API of a running alert-service. */
final class DeskClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "Address of alert-service (default: ${DEFAULT-VALUE}).")
    private URI url;

    @Option(
            names = "--token",
            defaultValue = "${env:ALERT_WEB_TOKEN}",
            description = "Its alert.web.token; else from the environment variable ALERT_WEB_TOKEN.")
    private String token;

    @Option(
            names = "--user",
            defaultValue = "${sys:user.name}",
            description = "Who asks (default: the user of this machine).")
    private String user;

    String user() {
        return user;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    /**
     * Asks for something.
     *
     * @throws IOException with the words of the service where it refuses
     */
    JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address().resolve(path)).timeout(TIMEOUT);
        Optional.ofNullable(token)
                .filter(known -> !known.isBlank())
                .ifPresent(known -> request.header("Authorization", "Bearer " + known));
        request.method(
                method,
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(MAPPER.writeValueAsString(body), StandardCharsets.UTF_8));
        HttpResponse<String> answer = answer(request.build());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(why(answer));
        }
        return answer.body().isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(answer.body());
    }

    private URI address() {
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new InvalidConfigException("--url", "'" + url + "' is no address such as http://127.0.0.1:8080");
        }
        return url;
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException("nothing answers at " + url + "; where alert-service runs is said by --url", e);
        }
    }

    private static String why(HttpResponse<String> answer) {
        try {
            JsonNode told = MAPPER.readTree(answer.body());
            return told.path("error").asText(told.path("title").asText("status " + answer.statusCode()));
        } catch (JsonProcessingException e) {
            return answer.body().isBlank() ? "status " + answer.statusCode() : answer.body();
        }
    }
}
