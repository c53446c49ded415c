package communique.alert.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A headless Chromium with one tab, driven over its own protocol.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">DevTools protocol</a>
 */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String ANNOUNCEMENT = "DevTools listening on ";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Process process;
    private final WebSocket socket;
    private final String session;

    private Browser(Process process, String address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
        String tab = ask(null, "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asText();
        this.session = ask(null, "Target.attachToTarget", Map.of("targetId", tab, "flatten", true))
                .get("sessionId")
                .asText();
        List.of("Page.enable", "Runtime.enable", "Log.enable").forEach(domain -> ask(domain, Map.of()));
    }

    /** The program, where this machine has one. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param profile an empty folder
     */
    static Browser start(Path program, Path profile) throws IOException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), flags(profile))
                        .toList())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith(ANNOUNCEMENT)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the browser ended at once");
        }
        Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}), "browser-output");
        drain.setDaemon(true);
        drain.start();
        return new Browser(process, line.substring(ANNOUNCEMENT.length()));
    }

    private static Stream<String> flags(Path profile) {
        return Stream.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile);
    }

    /** Shows an address in a window of a size. */
    void open(String address, int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        ask("Page.navigate", Map.of("url", address));
    }

    /** Makes the reader one who prefers dark or light, from now on. */
    void prefer(String scheme) {
        ask(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Shows pages as they are printed, or as they are on a screen. */
    void media(String media) {
        ask("Emulation.setEmulatedMedia", Map.of("media", media));
    }

    /** Switches scripts of pages off or on, from the next page on. */
    void allowScripts(boolean allowed) {
        ask("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    /** Presses a key. */
    void press(String key) {
        for (String type : List.of("keyDown", "keyUp")) {
            ask("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "text", type.equals("keyDown") ? key : ""));
        }
    }

    /** The value of an expression in the page. */
    JsonNode eval(String expression) {
        JsonNode answer = ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.get("exceptionDetails").toString());
        }
        return answer.at("/result/value");
    }

    /** The text of an expression's value in the page. */
    String text(String expression) {
        return eval(expression).asText();
    }

    /** Everything the page complained about: errors of scripts, refused content, failed requests. */
    List<String> complaints() {
        return complaints;
    }

    /** Takes a picture of the whole page. */
    void screenshot(Path file) throws IOException {
        JsonNode size = ask("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        ObjectNode clip = mapper.createObjectNode()
                .put("x", 0)
                .put("y", 0)
                .put("width", size.get("width").asDouble())
                .put("height", size.get("height").asDouble())
                .put("scale", 1);
        String image = ask("Page.captureScreenshot", Map.of("clip", clip, "captureBeyondViewport", true))
                .get("data")
                .asText();
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(image));
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        return ask(session, method, parameters);
    }

    private JsonNode ask(String inSession, String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        ObjectNode request = mapper.createObjectNode().put("id", id).put("method", method);
        request.set("params", mapper.valueToTree(parameters));
        if (inSession != null) {
            request.put("sessionId", inSession);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        socket.sendText(request.toString(), true).join();
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void hear(String text) throws IOException {
        JsonNode message = mapper.readTree(text);
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer = asked.remove(message.get("id").asInt());
            if (message.has("error")) {
                answer.completeExceptionally(
                        new AssertionError(message.get("error").toString()));
            } else {
                answer.complete(message.get("result"));
            }
            return;
        }
        switch (message.path("method").asText()) {
            case "Runtime.exceptionThrown" ->
                complaints.add(message.at("/params/exceptionDetails").toString());
            case "Log.entryAdded" ->
                complaints.add(message.at("/params/entry/text").asText());
            default -> {}
        }
    }

    @Override
    public void close() throws Exception {
        socket.abort();
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Puts messages together that come in parts. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                try {
                    hear(parts.toString());
                } catch (IOException e) {
                    complaints.add(e.toString());
                }
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
