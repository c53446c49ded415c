package communique.kit.lifecycle;

import java.util.concurrent.CountDownLatch;

/** A service that can run as a process of its own or inside another one. */
public interface Service extends AutoCloseable {
    /** Starts; returns at once, whether or not broker and registry can be reached. */
    void start();

    /** How it is as a whole: the worst of its parts. */
    Health health();

    /** Port of its HTTP endpoint; known after {@link #start()}. */
    int port();

    /** Counted down when the service cannot go on and wants to be restarted. */
    CountDownLatch failed();

    /** Stops cleanly within the configured time; idempotent. */
    @Override
    void close();
}
