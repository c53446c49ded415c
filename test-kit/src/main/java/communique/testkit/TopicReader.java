package communique.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads all partitions of one topic from the beginning, without a group. */
final class TopicReader<K, V> {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<K, V> consumer;
    private final String topic;
    private final List<ConsumerRecord<K, V>> records = new ArrayList<>();

    TopicReader(Consumer<K, V> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    List<ConsumerRecord<K, V>> until(Predicate<List<ConsumerRecord<K, V>>> condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.test(records)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("what was waited for on " + topic + " has not come within "
                        + patience.toSeconds() + " s; " + records.size() + " records came:\n" + shown());
            }
            consumer.poll(POLL).forEach(records::add);
        }
        return List.copyOf(records);
    }

    List<ConsumerRecord<K, V>> toEnd(Duration patience) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        return until(
                read -> ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue()),
                patience);
    }

    private String shown() {
        return records.stream()
                .map(record -> record.partition() + "/" + record.offset() + " " + record.key() + " = " + record.value())
                .collect(Collectors.joining("\n"));
    }
}
