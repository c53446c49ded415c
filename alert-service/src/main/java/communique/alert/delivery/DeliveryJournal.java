package communique.alert.delivery;

import communique.alert.delivery.Backlog.Report;
import communique.kit.kafka.EventHeaders;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.SystemicFailure;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.schemas.v1.ChannelState;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryAttempt;
import communique.schemas.v1.DeliveryRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one channel remembers: the latest standing of each alert on the deliveries topic, every attempt on a topic
 * beside, whether it is in use, and what it asks of other channels.
 */
final class DeliveryJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJournal.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final String channel;
    private final Topics topics;
    private final KafkaClients clients;
    private final EventHeaders headers = new EventHeaders("alert");
    private final Clock clock;
    private final Producer<byte[], byte[]> producer;
    private final Map<String, Serializer<?>> serializers = new HashMap<>();

    DeliveryJournal(String channel, Topics topics, KafkaClients clients, Clock clock) {
        this.channel = channel;
        this.topics = topics;
        this.clients = clients;
        this.clock = clock;
        this.producer = clients.bytesProducer();
    }

    /** Reads how the channel's deliveries stand, by alert id; with @ and the request's id where there was one. */
    Map<String, Standing> read() {
        Topic<String, Delivery> topic = topics.deliveries();
        Map<String, Standing> standings = new HashMap<>();
        try (Consumer<String, Delivery> consumer = clients.consumer(topic, null)) {
            clients.release(consumer);
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                readSome(consumer, standings);
            }
        }
        return standings;
    }

    private void readSome(Consumer<String, Delivery> consumer, Map<String, Standing> standings) {
        try {
            for (ConsumerRecord<String, Delivery> record : consumer.poll(POLL)) {
                note(record, standings);
            }
        } catch (RecordDeserializationException e) {
            if (SystemicFailure.isCauseOf(e)) {
                throw e;
            }
            LOG.warn("{} offset {} is no delivery and is passed over", e.topicPartition(), e.offset(), e);
            consumer.seek(e.topicPartition(), e.offset() + 1);
        }
    }

    private void note(ConsumerRecord<String, Delivery> record, Map<String, Standing> standings) {
        String prefix = channel + "/";
        if (record.key() != null && record.key().startsWith(prefix)) {
            String rest = record.key().substring(prefix.length());
            if (record.value() == null) {
                standings.remove(rest);
            } else {
                standings.put(rest, Standing.of(record.value(), standings.getOrDefault(rest, Standing.NONE)));
            }
        }
    }

    /** Records a standing; returns when the broker has it. */
    void write(Report report) {
        write(
                report.delivery(),
                report.delivery().getAlertId(),
                report.arrival().trace());
    }

    /** Records the standing of a request; returns when the broker has it. */
    void write(Delivery delivery, String key) {
        write(delivery, key, Optional.empty());
    }

    private void write(Delivery delivery, String rest, Optional<String> trace) {
        String key = channel + "/" + rest;
        String eventId = key + "/" + delivery.getRevision() + "/" + delivery.getAttempts() + "/" + delivery.getStatus();
        await(send(topics.deliveries(), key, delivery, "communique.delivery.changed.v1", eventId, trace));
    }

    /** Logs an attempt; does not wait for the broker, since the standing tells what matters. */
    @SuppressWarnings("FutureReturnValueIgnored") // An attempt missing in the log costs nobody an alert.
    void log(DeliveryAttempt attempt) {
        String key = channel + "/" + attempt.getMessageId();
        String eventId = key + "/" + attempt.getAt();
        send(topics.deliveryAttempts(), key, attempt, "communique.delivery.attempted.v1", eventId, Optional.empty());
    }

    /** Asks another channel to tell something; returns when the broker has it. */
    void ask(DeliveryRequest request) {
        String id = request.getId();
        await(send(topics.deliveryRequests(), id, request, "communique.delivery.asked.v1", id, Optional.empty()));
    }

    /** Records whether the channel is in use; returns when the broker has it. */
    void write(ChannelState state) {
        String eventId = channel + "/" + state.getChanged();
        await(send(topics.channels(), channel, state, "communique.channel.changed.v1", eventId, Optional.empty()));
    }

    @SuppressWarnings("unchecked")
    private <V extends SpecificRecord> Future<RecordMetadata> send(
            Topic<String, V> topic, String key, V value, String type, String eventId, Optional<String> trace) {
        Serializer<V> serializer = (Serializer<V>) serializers.computeIfAbsent(
                topic.name(), name -> clients.serdes().serializer(topic));
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic.name(), key.getBytes(StandardCharsets.UTF_8), serializer.serialize(topic.name(), value));
        trace.ifPresent(context -> record.headers().add("traceparent", context.getBytes(StandardCharsets.UTF_8)));
        headers.stamp(record.headers(), type, eventId, clock.instant());
        return producer.send(record);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        clients.release(producer);
        producer.close(CLOSE_WITHIN);
    }
}
