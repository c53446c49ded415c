package communique.standalone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes every webhook and remembers the latest: what a receiver sees, for a demonstration and for tests. It does not
 * check signatures.
 */
public final class WebhookReceiver implements AutoCloseable {
    private static final int REMEMBERED = 2000;
    private static final String ID = "webhook-id";

    private final ObjectMapper json = new ObjectMapper();
    private final Deque<JsonNode> latest = new ArrayDeque<>();
    private final Consumer<String> told;
    private final Javalin server;

    /**
     * Starts to listen.
     *
     * @param host address to bind
     * @param port port to bind, 0 for any free one
     * @param told given a line for people about each webhook
     */
    public WebhookReceiver(String host, int port, Consumer<String> told) {
        this.told = told;
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.routes.get("/", context -> context.json(latest()));
            config.routes.post("/<path>", this::take);
            config.routes.post("/", this::take);
        });
        server.start(host, port);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** The latest webhooks, oldest first: {@code id} of the message and its {@code event}. */
    public List<JsonNode> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private void take(Context context) {
        Optional<JsonNode> event = read(context.body());
        if (event.isEmpty()) {
            context.status(400).result("That is not JSON.");
            return;
        }
        ObjectNode seen = json.createObjectNode().put("id", context.header(ID));
        seen.set("event", event.get());
        synchronized (latest) {
            latest.addLast(seen);
            if (latest.size() > REMEMBERED) {
                latest.removeFirst();
            }
        }
        told.accept(event.get().path("type").asText() + " "
                + event.get().path("data").path("headline").asText());
        context.status(204);
    }

    private Optional<JsonNode> read(String body) {
        try {
            return Optional.of(json.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
