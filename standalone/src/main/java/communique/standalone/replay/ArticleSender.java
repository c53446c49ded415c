package communique.standalone.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Sends articles to the push endpoint, several at once, and waits where it asks to wait. */
final class ArticleSender {
    private static final int MOST_ARTICLES = 200;
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_TRIES = 60;
    private static final long USUAL_WAIT_SECONDS = 5;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream();
    private final Map<String, Integer> results = new TreeMap<>();
    private final URI to;
    private final Optional<String> token;
    private int count;

    ArticleSender(URI to, boolean live, Optional<String> token) {
        this.to = live ? to : URI.create(to + (to.getQuery() == null ? "?" : "&") + "backfill=true");
        this.token = token;
    }

    void send(byte[] line) throws IOException, InterruptedException {
        if (count >= MOST_ARTICLES || batch.size() + line.length >= MOST_BYTES) {
            flush();
        }
        batch.write(line);
        batch.write('\n');
        count++;
    }

    /** Sends what is left and waits for the answer. */
    void flush() throws IOException, InterruptedException {
        if (count == 0) {
            return;
        }
        HttpResponse<String> answer = client.send(request(), BodyHandlers.ofString());
        for (int tries = 1; isBusy(answer) && tries < MOST_TRIES; tries++) {
            TimeUnit.SECONDS.sleep(
                    answer.headers().firstValueAsLong("Retry-After").orElse(USUAL_WAIT_SECONDS));
            answer = client.send(request(), BodyHandlers.ofString());
        }
        JsonNode items = json.readTree(answer.body()).path("items");
        if (!items.isArray()) {
            throw new IOException(to + " answers " + answer.statusCode() + ": " + answer.body());
        }
        items.forEach(item -> results.merge(item.path("status").asText(), 1, Integer::sum));
        batch.reset();
        count = 0;
    }

    private static boolean isBusy(HttpResponse<String> answer) {
        return answer.statusCode() == TOO_MANY || answer.statusCode() == UNAVAILABLE;
    }

    private HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(batch.toByteArray()));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    /** How many became what. */
    String summary() {
        return results.isEmpty() ? "there was nothing to send" : "sent: " + results;
    }

    boolean isAllTaken() {
        return !results.isEmpty() && !results.containsKey("rejected") && !results.containsKey("failed");
    }
}
