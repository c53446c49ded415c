package communique.system.container;

import communique.system.Newsroom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Articles that keep coming until it is ended, none like another and each a story of its own and worth an alert. Each
 * is pushed until it is taken, whatever happens to the service meanwhile.
 */
final class Newswire {
    private static final AtomicInteger BEGUN = new AtomicInteger();

    private final String start;
    private final ComposedService ingest;
    private final int perRequest;
    private final long pauseMillis;
    private final Newsroom newsroom;
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private volatile boolean ending;
    private CompletableFuture<Void> pushing;

    private Newswire(String name, ComposedService ingest, int perRequest, long pauseMillis) {
        this.start = "https://" + name + "-" + BEGUN.incrementAndGet() + ".example/";
        this.ingest = ingest;
        this.perRequest = perRequest;
        this.pauseMillis = pauseMillis;
        this.newsroom = new Newsroom(start);
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

    /** The page keeps the latest: what a flood before was published must not be later. */
    private static Map<String, String> ofNow(Map<String, String> article) {
        Map<String, String> dated = new HashMap<>(article);
        dated.put("published", Instant.now().toString());
        return dated;
    }

    private void run() {
        try {
            while (!ending) {
                List<Map<String, String>> articles = newsroom.articles(perRequest).stream()
                        .map(Newswire::ofNow)
                        .toList();
                while (!Newsroom.isTaken(ingest, articles)) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                articles.forEach(article -> taken.add(article.get("url")));
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
