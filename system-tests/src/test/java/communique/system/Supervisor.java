package communique.system;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts services again that have ended, until it is closed. */
final class Supervisor implements AutoCloseable {
    private final List<ServiceProcess> services;
    private final AtomicInteger starts = new AtomicInteger();
    private final CompletableFuture<Void> watching;
    private volatile boolean isEnding;

    Supervisor(List<ServiceProcess> services) {
        this.services = services;
        watching = CompletableFuture.runAsync(this::watch);
    }

    /** How often it has started one. */
    int starts() {
        return starts.get();
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
