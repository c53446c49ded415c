package communique.system.container;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Articles that keep coming until it is ended, none like another and each a story of its own and worth an alert. Each
 * is pushed until it is taken, whatever happens to the service meanwhile.
 */
final class Newswire {
    private static final List<String> SPEAKERS = List.of("China", "Russia", "Iran", "Pakistan");
    private static final int WORDS = 14;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger BEGUN = new AtomicInteger();

    private final String start;
    private final ComposedService ingest;
    private final int perRequest;
    private final long pauseMillis;
    private final Random random;
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private volatile boolean ending;
    private CompletableFuture<Void> pushing;
    private int written;

    private Newswire(String name, ComposedService ingest, int perRequest, long pauseMillis) {
        this.start = "https://" + name + "-" + BEGUN.incrementAndGet() + ".example/";
        this.ingest = ingest;
        this.perRequest = perRequest;
        this.pauseMillis = pauseMillis;
        this.random = new Random(start.hashCode());
    }

    /** Some 20 articles a second. */
    static Newswire steady(String name, ComposedService ingest) {
        return new Newswire(name, ingest, 1, 50).begin();
    }

    /** As many as ingest-service takes. */
    static Newswire flood(String name, ComposedService ingest) {
        return new Newswire(name, ingest, 100, 0).begin();
    }

    private Newswire begin() {
        pushing = CompletableFuture.runAsync(this::run);
        return this;
    }

    /** How the address of every article begins. */
    String start() {
        return start;
    }

    /** Addresses of those taken so far. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** Ends it; what was begun is taken when this returns. */
    List<String> end() {
        ending = true;
        pushing.join();
        return taken();
    }

    private void run() {
        try {
            while (!ending) {
                List<Map<String, String>> articles =
                        Stream.generate(this::article).limit(perRequest).toList();
                while (!isTaken(articles)) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                articles.forEach(article -> taken.add(article.get("url")));
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> article() {
        String matter = Stream.generate(this::word).limit(WORDS).collect(Collectors.joining(" "));
        String state = SPEAKERS.get(written % SPEAKERS.size());
        return Map.of(
                "url", start + written++,
                "title", "Report " + matter.substring(0, matter.indexOf(' ')),
                "text", state + "'s foreign ministry said of Afghanistan that " + matter + " will follow.",
                "published", Instant.now().toString());
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private boolean isTaken(List<Map<String, String>> articles) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(ingest.at("/v1/articles"))
                    .timeout(Duration.ofSeconds(20))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + ingest.environment("INGEST_PUSH_TOKEN"))
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(articles)))
                    .build();
            return HTTP.send(request, BodyHandlers.ofString()).statusCode() == 202;
        } catch (IOException e) {
            return false;
        }
    }
}
