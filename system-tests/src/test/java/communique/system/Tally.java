package communique.system;

import communique.kit.kafka.KafkaClients;
import communique.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Takes the committed records of a topic as they come. */
final class Tally<V extends SpecificRecord> implements AutoCloseable {
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final Consumer<String, V> consumer;
    private final List<ConsumerRecord<String, V>> records = new ArrayList<>();

    Tally(KafkaClients clients, Topic<String, V> topic) {
        consumer = clients.consumer(topic, null);
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** How many there have been so far. */
    int count() {
        while (poll() > 0) {
            // there is more
        }
        return records.size();
    }

    /** All there are now. */
    List<ConsumerRecord<String, V>> all() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return List.copyOf(records);
    }

    private int poll() {
        int before = records.size();
        consumer.poll(MOMENT).forEach(records::add);
        return records.size() - before;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
