package communique.cluster;

/** Broker or registry cannot be started; the message says why and, where it can be told, how to mend it. */
public final class LocalClusterException extends RuntimeException {
    LocalClusterException(String message) {
        super(message);
    }

    LocalClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
