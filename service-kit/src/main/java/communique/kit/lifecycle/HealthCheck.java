package communique.kit.lifecycle;

/** A part that can say how it is. Asking is cheap, safe at any time and from any thread. */
public interface HealthCheck {
    /** Name of the part, as shown by {@code /readyz}. */
    String name();

    /** How it is now. */
    Health check();
}
