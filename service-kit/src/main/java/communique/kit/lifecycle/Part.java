package communique.kit.lifecycle;

/** A part of a service that works by itself once started. */
public interface Part extends HealthCheck, AutoCloseable {
    /** Begins to work; called once, when broker, topics and schemas are there. */
    void start();

    /** Stops within seconds; idempotent. */
    @Override
    void close();
}
