package communique.ingest.publish;

import communique.kit.kafka.EventHeaders;
import communique.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends the events of one topic and tells when Kafka has them. Safe for use by many threads.
 *
 * <p>The producer is made with the first event: a service may start before the broker's name is known.
 */
public final class Outbox<K, V> implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Supplier<Producer<K, V>> producers;
    private final Topic<K, V> topic;
    private final EventHeaders headers;
    private final String event;
    private Producer<K, V> producer;

    /**
     * An outbox.
     *
     * @param producers makes the producer, which the outbox closes
     * @param event type of its events, such as {@code communique.article.received.v1}
     */
    public Outbox(Supplier<Producer<K, V>> producers, Topic<K, V> topic, EventHeaders headers, String event) {
        this.producers = producers;
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
            producer().send(record, (metadata, failure) -> {
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

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_WITHIN);
        }
    }

    private synchronized Producer<K, V> producer() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }
}
