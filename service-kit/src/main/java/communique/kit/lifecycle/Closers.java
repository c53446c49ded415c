package communique.kit.lifecycle;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was opened, newest first; a slow or failing step never keeps the others from closing. */
public final class Closers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closers.class);

    private final Deque<Step> steps = new ArrayDeque<>();
    private final Duration deadline;

    private record Step(String name, AutoCloseable resource) {}

    /**
     * Nothing to close yet.
     *
     * @param deadline how long closing everything may take together
     */
    public Closers(Duration deadline) {
        this.deadline = deadline;
    }

    /** Takes on a resource, to be called the moment it exists; returns it. */
    public synchronized <T extends AutoCloseable> T add(String name, T resource) {
        steps.push(new Step(name, resource));
        return resource;
    }

    /** Closes everything once; later calls do nothing. */
    @Override
    public synchronized void close() {
        if (steps.isEmpty()) {
            return;
        }
        long end = System.nanoTime() + deadline.toNanos();
        ExecutorService closer = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "closer");
            thread.setDaemon(true);
            return thread;
        });
        boolean interrupted = Thread.interrupted();
        while (!steps.isEmpty()) {
            interrupted |= close(steps.pop(), closer, end);
        }
        closer.shutdownNow();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes one; an interruption does not hurry it, the deadline does. Returns whether there was one. */
    private static boolean close(Step step, ExecutorService closer, long end) {
        Future<?> closing = closer.submit(() -> {
            step.resource().close();
            return null;
        });
        // Even when the time is over a step gets a moment: most need no more.
        long stepEnd = Math.max(end, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100));
        boolean interrupted = false;
        while (true) {
            try {
                closing.get(stepEnd - System.nanoTime(), TimeUnit.NANOSECONDS);
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (TimeoutException e) {
                LOG.warn("{} did not close in time, going on without it", step.name());
                return interrupted;
            } catch (ExecutionException e) {
                LOG.warn("{} failed to close", step.name(), e.getCause());
                return interrupted;
            }
        }
    }
}
