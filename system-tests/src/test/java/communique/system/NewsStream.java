package communique.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** News that keeps coming while a test does harm: articles pushed one after the other until it is closed. */
final class NewsStream implements AutoCloseable {
    private static final int PAUSE_MILLIS = 50;

    private final Newsroom newsroom = new Newsroom(42);
    private final List<PushTarget> ingests;
    private final Map<String, Instant> taken = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> pushing;
    private volatile boolean isEnding;

    /** Begins to push to ingest services in turn, which may be killed and started again meanwhile. */
    NewsStream(PushTarget... ingests) {
        this.ingests = List.of(ingests);
        pushing = CompletableFuture.runAsync(this::push);
    }

    /** How many articles were taken so far. */
    int taken() {
        return taken.size();
    }

    /** Waits until so many more were taken. */
    void awaitMore(int articles) {
        int enough = taken() + articles;
        Awaitility.await("articles taken").atMost(Duration.ofMinutes(3)).until(() -> taken() >= enough);
    }

    /** When each article was taken that was taken since, by its address. */
    Map<String, Instant> takenSince(Instant moment) {
        return taken.entrySet().stream()
                .filter(article -> article.getValue().isAfter(moment))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Ends it; every article that was begun is taken when this returns. */
    int end() {
        isEnding = true;
        pushing.join();
        return taken.size();
    }

    @Override
    public void close() {
        isEnding = true;
        pushing.cancel(true);
    }

    private void push() {
        try {
            while (!isEnding) {
                Map<String, String> article = newsroom.article();
                Newsroom.push(ingests, article);
                taken.put(article.get("url"), Clock.systemUTC().instant());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
