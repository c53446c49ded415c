package communique.ingest.publish;

/** Kafka did not take a record: nothing is lost where the caller tries again or says so to who sent it. */
public final class PublishException extends RuntimeException {
    PublishException(String topic, Throwable cause) {
        super("Kafka did not take a record for " + topic + ": " + cause.getMessage(), cause);
    }
}
