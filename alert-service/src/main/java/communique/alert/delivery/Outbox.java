package communique.alert.delivery;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What a channel has to write to topics, in this order. What the broker does not take stays, with all that follows it.
 * Used by one thread.
 */
final class Outbox {
    private final Queue<Runnable> writes = new ArrayDeque<>();

    /** Takes something to be written. */
    void add(Runnable write) {
        writes.add(write);
    }

    /** Writes all there is; a write that throws is tried again by the next call. */
    void flush() {
        while (!writes.isEmpty()) {
            writes.element().run();
            writes.remove();
        }
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }
}
