package communique.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of webhooks that refuses some of them by chance, and keeps what it takes. */
final class FlakyReceiver implements AutoCloseable {
    static {
        // Else every answer waits for the other side's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Random random = new Random(30);
    private final double refuses;
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Map<String, String> contents = new ConcurrentHashMap<>();
    private final Queue<String> mixedUp = new ConcurrentLinkedQueue<>();

    /**
     * A receiver that listens.
     *
     * @param port 0 for any
     * @param refuses share of messages it answers with 503
     */
    FlakyReceiver(int port, double refuses) {
        this.refuses = refuses;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        seen.putIfAbsent(id, System.nanoTime());
        JsonNode body = MAPPER.readTree(exchange.getRequestBody());
        String told = body.path("data").path("id").asText() + " "
                + body.path("data").path("revision").asText();
        String before = contents.putIfAbsent(id, told);
        if ((before != null && !before.equals(told))
                || !body.path("id").asText().equals(id)) {
            mixedUp.add(id);
        }
        boolean takes = random.nextDouble() >= refuses;
        if (takes) {
            accepted.add(id);
        }
        exchange.sendResponseHeaders(takes ? 204 : 503, -1);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Ids of the messages it took, in that order, repeats as well. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** How many different messages it took. */
    long distinct() {
        return accepted.stream().distinct().count();
    }

    /** When it first saw a message, by {@link System#nanoTime()}; by its id. */
    Map<String, Long> seen() {
        return seen;
    }

    /** Ids under which it was told two different things. */
    List<String> mixedUp() {
        return List.copyOf(mixedUp);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
