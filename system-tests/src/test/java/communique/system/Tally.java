package communique.system;

import communique.schemas.Topic;
import communique.testkit.TestCluster;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Counts the committed records of a topic as they come, without reading any of them twice. */
final class Tally<V extends SpecificRecord> implements AutoCloseable {
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final Consumer<String, V> consumer;
    private int count;

    Tally(TestCluster cluster, Topic<String, V> topic) {
        consumer = cluster.clients().consumer(topic, null);
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** How many there have been so far. */
    int count() {
        int more = consumer.poll(MOMENT).count();
        while (more > 0) {
            count += more;
            more = consumer.poll(Duration.ZERO).count();
        }
        return count;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
