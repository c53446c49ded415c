package communique.alert.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * One client that follows alerts. Nothing here ever blocks: what the client does not take at once waits in a queue, and
 * a client whose queue is full is dropped; its browser comes back and asks for what it missed.
 */
final class LiveClient implements WriteListener {
    static final int MAX_WAITING = 1_000;

    private final ServletOutputStream out;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean open;
    private boolean unflushed;

    /** A client whose response is asynchronous. */
    LiveClient(ServletOutputStream out) {
        this.out = out;
    }

    /** Begins to write; until then all is queued. */
    void start() {
        out.setWriteListener(this);
    }

    /** Completed when the client is gone. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    /**
     * Sends an event or queues it.
     *
     * @return false where the client is too slow, and is dropped now
     */
    boolean send(byte[] event) {
        synchronized (this) {
            if (waiting.size() < MAX_WAITING) {
                waiting.add(event);
                write();
                return true;
            }
        }
        close();
        return false;
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            open = true;
            write();
        }
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    /** Ends the response. */
    void close() {
        synchronized (this) {
            open = false;
        }
        closed.complete(null);
    }

    /** Writes while the connection takes more; when it does again the server calls {@link #onWritePossible}. */
    private void write() {
        try {
            while (open && out.isReady()) {
                byte[] next = waiting.poll();
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException e) {
            open = false;
            closed.completeAsync(() -> null);
        }
    }
}
