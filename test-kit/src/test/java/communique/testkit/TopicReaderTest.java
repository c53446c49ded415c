package communique.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicReaderTest {
    private static final TopicPartition PARTITION = new TopicPartition("notes", 0);

    private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");

    @Test
    void failsWithWhatItHasReadWhereTheConditionNeverHolds() {
        TopicReader<String, String> reader = reader("one", "two");

        assertThatThrownBy(() -> reader.until(records -> records.size() == 3, Duration.ofMillis(300)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("notes")
                .hasMessageContaining("2 records came")
                .hasMessageContaining("0/1 key = two");
    }

    @Test
    void stopsAtTheEndWithoutWaitingForMore() {
        assertThat(reader("one", "two").toEnd(Duration.ofSeconds(10)))
                .extracting(ConsumerRecord::value)
                .containsExactly("one", "two");
    }

    @Test
    void readsNothingFromAnEmptyTopic() {
        assertThat(reader().toEnd(Duration.ofSeconds(10))).isEmpty();
    }

    private TopicReader<String, String> reader(String... values) {
        Node node = Node.noNode();
        consumer.updatePartitions(
                "notes", List.of(new PartitionInfo("notes", 0, node, new Node[] {node}, new Node[] {node})));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, (long) values.length));
        TopicReader<String, String> reader = new TopicReader<>(consumer, "notes");
        for (int offset = 0; offset < values.length; offset++) {
            consumer.addRecord(new ConsumerRecord<>("notes", 0, offset, "key", values[offset]));
        }
        return reader;
    }
}
