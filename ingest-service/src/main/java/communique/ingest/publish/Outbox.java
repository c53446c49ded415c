package communique.ingest.publish;

import communique.kit.kafka.EventHeaders;
import communique.schemas.Topic;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends the events of one topic and tells when Kafka has them. Safe for use by many threads. */
public final class Outbox<K, V> {
    private final Producer<K, V> producer;
    private final Topic<K, V> topic;
    private final EventHeaders headers;
    private final String event;

    /**
     * An outbox.
     *
     * @param event type of its events, such as {@code communique.article.received.v1}
     */
    public Outbox(Producer<K, V> producer, Topic<K, V> topic, EventHeaders headers, String event) {
        this.producer = producer;
        this.topic = topic;
        this.headers = headers;
        this.event = event;
    }

    /** A record with the headers of an event. */
    ProducerRecord<K, V> event(K key, V value, String id, Instant time) {
        ProducerRecord<K, V> record = new ProducerRecord<>(topic.name(), key, value);
        headers.stamp(record.headers(), event, id, time);
        return record;
    }

    /** Sends a record. Done when Kafka has acknowledged it; fails with a {@link PublishException} where it does not. */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells the same
    CompletableFuture<Void> send(ProducerRecord<K, V> record) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(new PublishException(topic.name(), failure));
                }
            });
        } catch (RuntimeException failure) {
            acknowledged.completeExceptionally(new PublishException(topic.name(), failure));
        }
        return acknowledged;
    }
}
