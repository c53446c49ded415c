package communique.alert.feed;

import communique.kit.kafka.EventHeaders;
import communique.kit.kafka.KafkaClients;
import communique.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes records of several topics with one client, each stamped as an event. Safe for use by several threads. */
public final class TopicWriter implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private final Clock clock;
    private final EventHeaders headers = new EventHeaders("alert");
    private final Producer<byte[], byte[]> producer;
    private final Map<String, Serializer<?>> serializers = new ConcurrentHashMap<>();

    /** A writer; it is connected from now on. */
    public TopicWriter(KafkaClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
        this.producer = clients.bytesProducer();
    }

    /**
     * An event as it is written.
     *
     * @param type what happened, such as {@code communique.silence.changed.v1}
     * @param id unique among the events of this service
     * @param trace W3C trace context to be continued
     */
    public record Event(String type, String id, Optional<String> trace) {
        /** An event that begins a trace. */
        public static Event of(String type, String id) {
            return new Event(type, id, Optional.empty());
        }
    }

    /**
     * Writes a record; returns when the broker has it.
     *
     * @param value null to delete what the key stands for
     */
    public <V extends SpecificRecord> void write(Topic<String, V> topic, String key, V value, Event event) {
        try {
            send(topic, key, value, event).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Writes a record without waiting for the broker. */
    @SuppressWarnings("FutureReturnValueIgnored") // For what nobody relies on.
    public <V extends SpecificRecord> void post(Topic<String, V> topic, String key, V value, Event event) {
        send(topic, key, value, event);
    }

    @SuppressWarnings("unchecked")
    private <V extends SpecificRecord> Future<RecordMetadata> send(
            Topic<String, V> topic, String key, V value, Event event) {
        Serializer<V> serializer = (Serializer<V>) serializers.computeIfAbsent(
                topic.name(), name -> clients.serdes().serializer(topic));
        byte[] bytes = value == null ? null : serializer.serialize(topic.name(), value);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), bytes);
        event.trace()
                .ifPresent(context -> record.headers().add("traceparent", context.getBytes(StandardCharsets.UTF_8)));
        headers.stamp(record.headers(), event.type(), event.id(), clock.instant());
        return producer.send(record);
    }

    @Override
    public void close() {
        clients.release(producer);
        producer.close(CLOSE_WITHIN);
    }
}
