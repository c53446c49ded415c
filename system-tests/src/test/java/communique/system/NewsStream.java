package communique.system;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** News that keeps coming while a test does harm: articles pushed one after the other until it is closed. */
final class NewsStream implements AutoCloseable {
    private static final int PAUSE_MILLIS = 50;

    private final Newsroom newsroom = new Newsroom(42);
    private final ServiceProcess ingest;
    private final AtomicInteger taken = new AtomicInteger();
    private final CompletableFuture<Void> pushing;
    private volatile boolean isEnding;

    /** Begins to push to an ingest service, which may be killed and started again meanwhile. */
    NewsStream(ServiceProcess ingest) {
        this.ingest = ingest;
        pushing = CompletableFuture.runAsync(this::push);
    }

    /** How many articles were taken so far. */
    int taken() {
        return taken.get();
    }

    /** Ends it; every article that was begun is taken when this returns. */
    int end() {
        isEnding = true;
        pushing.join();
        return taken.get();
    }

    @Override
    public void close() {
        isEnding = true;
        pushing.cancel(true);
    }

    private void push() {
        try {
            while (!isEnding) {
                Newsroom.push(ingest, newsroom.article());
                taken.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
