package communique.alert.delivery;

import communique.alert.feed.TopicWriter;
import communique.alert.feed.TopicWriter.Event;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.SystemicFailure;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.schemas.v1.ChannelState;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryAttempt;
import communique.schemas.v1.DeliveryRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one channel remembers: the latest standing of each alert on the deliveries topic, every attempt on a topic
 * beside, whether it is in use, and what it asks of other channels.
 */
final class DeliveryJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJournal.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String channel;
    private final Topics topics;
    private final KafkaClients clients;
    private final TopicWriter writer;

    DeliveryJournal(String channel, Topics topics, KafkaClients clients, Clock clock) {
        this.channel = channel;
        this.topics = topics;
        this.clients = clients;
        this.writer = new TopicWriter(clients, clock);
    }

    /** Reads how the channel's deliveries stand. */
    Standings read() {
        Topic<String, Delivery> topic = topics.deliveries();
        Standings standings = new Standings();
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

    private void readSome(Consumer<String, Delivery> consumer, Standings standings) {
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

    private void note(ConsumerRecord<String, Delivery> record, Standings standings) {
        String prefix = channel + "/";
        if (record.key() != null && record.key().startsWith(prefix)) {
            String rest = record.key().substring(prefix.length());
            if (record.value() == null) {
                standings.remove(rest);
            } else {
                standings.put(rest, record.value(), Instant.ofEpochMilli(record.timestamp()));
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
        writer.write(topics.deliveries(), key, delivery, new Event("communique.delivery.changed.v1", eventId, trace));
    }

    /** Logs an attempt; does not wait for the broker, since the standing tells what matters. */
    void log(DeliveryAttempt attempt) {
        String key = channel + "/" + attempt.getMessageId();
        Event event = Event.of("communique.delivery.attempted.v1", key + "/" + attempt.getAt());
        writer.post(topics.deliveryAttempts(), key, attempt, event);
    }

    /** Asks another channel to tell something; returns when the broker has it. */
    void ask(DeliveryRequest request) {
        String id = request.getId();
        writer.write(topics.deliveryRequests(), id, request, Event.of("communique.delivery.asked.v1", id));
    }

    /** Records whether the channel is in use; returns when the broker has it. */
    void write(ChannelState state) {
        Event event = Event.of("communique.channel.changed.v1", channel + "/" + state.getChanged());
        writer.write(topics.channels(), channel, state, event);
    }

    @Override
    public void close() {
        writer.close();
    }
}
