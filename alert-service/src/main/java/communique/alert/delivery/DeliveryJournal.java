package communique.alert.delivery;

import communique.alert.delivery.Backlog.Report;
import communique.kit.kafka.EventHeaders;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.SystemicFailure;
import communique.schemas.Topic;
import communique.schemas.v1.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one channel remembers of its deliveries: the latest standing of each alert, on the deliveries topic. */
final class DeliveryJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryJournal.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final String channel;
    private final Topic<String, Delivery> topic;
    private final KafkaClients clients;
    private final EventHeaders headers = new EventHeaders("alert");
    private final Clock clock;
    private final Producer<String, Delivery> producer;

    DeliveryJournal(String channel, Topic<String, Delivery> topic, KafkaClients clients, Clock clock) {
        this.channel = channel;
        this.topic = topic;
        this.clients = clients;
        this.clock = clock;
        this.producer = clients.producer(topic);
    }

    /** Reads how the channel's deliveries stand, by alert id. */
    Map<String, Standing> read() {
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
            String alertId = record.key().substring(prefix.length());
            if (record.value() == null) {
                standings.remove(alertId);
            } else {
                standings.put(alertId, Standing.of(record.value()));
            }
        }
    }

    /** Records a standing; returns when the broker has it. */
    void write(Report report) {
        Delivery delivery = report.delivery();
        String key = channel + "/" + delivery.getAlertId();
        ProducerRecord<String, Delivery> record = new ProducerRecord<>(topic.name(), key, delivery);
        report.arrival()
                .trace()
                .ifPresent(trace -> record.headers().add("traceparent", trace.getBytes(StandardCharsets.UTF_8)));
        String eventId = key + "/" + delivery.getRevision() + "/" + delivery.getAttempts() + "/" + delivery.getStatus();
        headers.stamp(record.headers(), "communique.delivery.changed.v1", eventId, clock.instant());
        try {
            producer.send(record).get();
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
