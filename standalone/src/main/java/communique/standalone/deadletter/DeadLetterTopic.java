package communique.standalone.deadletter;

import communique.kit.kafka.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * One service's dead letters. How far they have been sent again is kept on the broker, as the offsets of a consumer
 * group.
 */
final class DeadLetterTopic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    DeadLetterTopic(KafkaClients clients, String topic) {
        consumer = clients.consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic + ".redrive");
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            consumer.close();
            throw new IllegalStateException("there is no topic " + topic + "; topics.prefix says which deployment");
        }
        consumer.assign(partitions);
    }

    /** Reads everything there is. */
    void readAll(java.util.function.Consumer<DeadLetter> reader) {
        consumer.seekToBeginning(partitions);
        read(reader);
    }

    /** Reads what has not been sent again yet. */
    void readRest(java.util.function.Consumer<DeadLetter> reader) {
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        Map<TopicPartition, OffsetAndMetadata> done = consumer.committed(Set.copyOf(partitions));
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = done.get(partition);
            long first = begin.get(partition);
            consumer.seek(partition, offset == null ? first : Math.max(first, offset.offset()));
        }
        read(reader);
    }

    /** What to commit when everything that was read is dealt with. */
    Map<TopicPartition, OffsetAndMetadata> position() {
        return partitions.stream()
                .collect(Collectors.toMap(
                        partition -> partition, partition -> new OffsetAndMetadata(consumer.position(partition))));
    }

    /** The group the offsets belong to. */
    ConsumerGroupMetadata group() {
        return consumer.groupMetadata();
    }

    private void read(java.util.function.Consumer<DeadLetter> reader) {
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        while (isBefore(ends)) {
            consumer.poll(POLL).forEach(record -> {
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    reader.accept(new DeadLetter(record));
                }
            });
        }
        ends.forEach(consumer::seek);
    }

    private boolean isBefore(Map<TopicPartition, Long> ends) {
        Collection<TopicPartition> all = ends.keySet();
        return all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
