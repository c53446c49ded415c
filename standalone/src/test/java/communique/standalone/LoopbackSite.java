package communique.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A site on this machine for tests of commands that fetch or send. */
public final class LoopbackSite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    private record Answer(int status, String body, Map<String, String> headers) {}

    /**
     * A request that came.
     *
     * @param target path and query
     */
    public record Asked(String target, Map<String, List<String>> headers, String body) {}

    /** A site with nothing on it. */
    public LoopbackSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers so at a path; the last answer given stays. */
    public LoopbackSite with(String path, int status, String body, Map<String, String> headers) {
        answers.computeIfAbsent(path, any -> new ArrayDeque<>()).add(new Answer(status, body, headers));
        return this;
    }

    /** The same without headers. */
    public LoopbackSite with(String path, int status, String body) {
        return with(path, status, body, Map.of());
    }

    /** An address on it. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What it was asked, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body));
            Deque<Answer> given = answers.getOrDefault(exchange.getRequestURI().getPath(), new ArrayDeque<>());
            Answer answer =
                    given.isEmpty() ? new Answer(404, "", Map.of()) : given.size() > 1 ? given.remove() : given.peek();
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
