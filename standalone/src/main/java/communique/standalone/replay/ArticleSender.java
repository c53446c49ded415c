package communique.standalone.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import communique.ingest.article.Limits;
import communique.ingest.article.Lines;
import communique.standalone.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> NOT_TAKEN = Set.of("rejected", "failed");
    private static final int MOST_TOLD = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream();
    private final Map<String, Integer> results = new TreeMap<>();
    private final URI to;
    private final Optional<String> token;
    private final PrintWriter err;
    private final List<Integer> lines = new ArrayList<>();
    private int told;

    /**
     * Sends nothing yet.
     *
     * @param err where it says which lines were not taken, and why
     */
    ArticleSender(URI to, boolean live, Optional<String> token, PrintWriter err) {
        this.err = err;
        this.to = live ? to : URI.create(to + (to.getQuery() == null ? "?" : "&") + "backfill=true");
        this.token = token;
    }

    void send(Lines.Line line) throws IOException, InterruptedException {
        byte[] bytes = line.original().bytes();
        if (bytes.length >= Limits.ARTICLE_BYTES) {
            note("rejected", line.number(), "it has more than " + Limits.ARTICLE_BYTES + " bytes");
            return;
        }
        if (lines.size() >= MOST_ARTICLES || batch.size() + bytes.length >= MOST_BYTES) {
            flush();
        }
        batch.write(bytes);
        batch.write('\n');
        lines.add(line.number());
    }

    /** Sends what is left and waits for the answer. */
    void flush() throws IOException, InterruptedException {
        if (lines.isEmpty()) {
            return;
        }
        HttpResponse<String> answer = post();
        for (int tries = 1; isBusy(answer) && tries < MOST_TRIES; tries++) {
            TimeUnit.SECONDS.sleep(
                    answer.headers().firstValueAsLong("Retry-After").orElse(USUAL_WAIT_SECONDS));
            answer = post();
        }
        JsonNode items = items(answer);
        if (!items.isArray()) {
            throw new IOException(to + " answers " + answer.statusCode() + ": " + answer.body());
        }
        for (int i = 0; i < items.size(); i++) {
            String why = items.get(i).path("reason").asText() + " "
                    + items.get(i).path("detail").asText();
            note(items.get(i).path("status").asText(), i < lines.size() ? lines.get(i) : 0, why.strip());
        }
        batch.reset();
        lines.clear();
    }

    private JsonNode items(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body()).path("items");
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private void note(String status, int line, String why) {
        results.merge(status, 1, Integer::sum);
        if (NOT_TAKEN.contains(status) && told++ < MOST_TOLD) {
            err.println("communique: line " + line + " was " + status + ": " + Terminal.harmless(why));
        }
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
        try {
            return client.send(request(), BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new IOException("nothing answers at " + to + "; where ingest-service runs is said by --to", e);
        }
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
        return !results.isEmpty() && NOT_TAKEN.stream().noneMatch(results::containsKey);
    }
}
