package communique.alert.delivery.channel;

/**
 * One place alerts are sent to. A channel makes one attempt and tells what came of it; whether and when there is
 * another is not its business. Used by one thread.
 */
public interface Channel extends AutoCloseable {
    /** Makes one attempt, bounded in time. What a receiver does wrong is an outcome and never an exception. */
    DeliveryOutcome send(Message message);

    /** Gives up an attempt under way, from any thread, and lets go of connections. */
    @Override
    default void close() {}
}
