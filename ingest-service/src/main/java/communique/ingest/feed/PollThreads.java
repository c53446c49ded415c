package communique.ingest.feed;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that poll feeds of one kind. Nothing waits for one here, so that no feed holds the turn of its host while it
 * waits. One thread hands over; the others run.
 */
final class PollThreads {
    private final int most;
    private final AtomicInteger busy = new AtomicInteger();
    private final ExecutorService executor;

    /**
     * Threads that have nothing to do yet.
     *
     * @param most how many feeds are polled at once
     */
    PollThreads(int most, String name) {
        this.most = most;
        this.executor = Executors.newFixedThreadPool(most, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether a poll would begin at once. */
    boolean hasFree() {
        return busy.get() < most;
    }

    void execute(Runnable poll) {
        busy.incrementAndGet();
        executor.execute(() -> {
            try {
                poll.run();
            } finally {
                busy.decrementAndGet();
            }
        });
    }

    /** Takes no more. */
    void shutdown() {
        executor.shutdown();
    }

    /** Waits for running polls until the time of {@link System#nanoTime}, then breaks them off. */
    void awaitEnd(long nanoTime) throws InterruptedException {
        if (!executor.awaitTermination(nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            shutdownNow();
        }
    }

    void shutdownNow() {
        executor.shutdownNow();
    }
}
