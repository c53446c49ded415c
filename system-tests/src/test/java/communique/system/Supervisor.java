package communique.system;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Starts services again that have ended, until it is closed. */
final class Supervisor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<ServiceProcess> services;
    private final AtomicInteger starts = new AtomicInteger();
    private final CompletableFuture<Void> watching;
    private volatile boolean isEnding;

    Supervisor(List<ServiceProcess> services) {
        this.services = services;
        watching = CompletableFuture.runAsync(this::watch);
    }

    /** Waits until it has started so many. */
    void awaitStarts(int count) {
        Awaitility.await(count + " starts").atMost(PATIENCE).until(() -> starts.get() >= count);
    }

    private void start(ServiceProcess service) {
        starts.incrementAndGet();
        service.start();
    }

    private void watch() {
        try {
            while (!isEnding) {
                services.stream().filter(service -> !service.isAlive()).forEach(this::start);
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isEnding = true;
        watching.join();
    }
}
