package communique.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import communique.kit.lifecycle.Health.State;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.schemas.v1.SourceState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicFollowerTest {
    private static final Topic<String, SourceState> TOPIC = new Topics("test", 1).sources();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC.name(), 0);

    private final AtomicBoolean brokerAway = new AtomicBoolean();
    private final MockConsumer<String, SourceState> consumer = new MockConsumer<>("earliest") {
        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
            if (brokerAway.get()) {
                throw new TimeoutException("no broker");
            }
            return super.endOffsets(partitions);
        }
    };
    private final Queue<String> memory = new ConcurrentLinkedQueue<>();
    private final CountDownLatch failed = new CountDownLatch(1);
    private final TopicFollower<SourceState> follower =
            new TopicFollower<>(() -> consumer, TOPIC, (key, value) -> memory.add(key), failed);

    @AfterEach
    void close() {
        follower.close();
    }

    @Test
    void readsTheTopicFromItsBeginningAndThenFollowsIt() throws Exception {
        topicEndsAt(2);
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(0, "a"));
            consumer.addRecord(record(1, "b"));
        });
        assertThat(follower.check().state()).isEqualTo(State.WAITING);

        follower.start();
        follower.awaitCaughtUp();

        assertThat(memory).containsExactly("a", "b");
        assertThat(follower.check().state()).isEqualTo(State.READY);
        consumer.schedulePollTask(() -> consumer.addRecord(record(2, "c")));
        await().until(() -> memory.contains("c"));
    }

    @Test
    void hasCaughtUpAtOnceWithAnEmptyTopic() throws Exception {
        topicEndsAt(0);

        follower.start();
        follower.awaitCaughtUp();

        assertThat(memory).isEmpty();
    }

    @Test
    void skipsARecordThatCannotBeRead() throws Exception {
        topicEndsAt(2);
        consumer.schedulePollTask(() -> consumer.setPollException(unreadable(0)));
        consumer.schedulePollTask(() -> {
            assertThat(consumer.position(PARTITION)).isEqualTo(1);
            consumer.addRecord(record(1, "b"));
        });

        follower.start();
        follower.awaitCaughtUp();

        assertThat(memory).containsExactly("b");
        assertThat(failed.getCount()).isEqualTo(1);
    }

    @Test
    void saysWhenItCannotGoOn() {
        topicEndsAt(1);
        consumer.schedulePollTask(() -> consumer.setPollException(new KafkaException("out of order")));

        follower.start();

        await().until(() -> failed.getCount() == 0);
        assertThat(follower.check().state()).isEqualTo(State.DEAD);
    }

    @Test
    void saysWhenItMetABug() {
        topicEndsAt(1);
        consumer.schedulePollTask(() -> consumer.addRecord(record(0, "a")));
        TopicFollower<SourceState> buggy =
                new TopicFollower<>(() -> consumer, TOPIC, (key, value) -> key.substring(7), failed);

        buggy.start();

        await().until(() -> failed.getCount() == 0);
        assertThat(buggy.check().state()).isEqualTo(State.DEAD);
        buggy.close();
    }

    @Test
    void triesAgainWhereTheBrokerDoesNotAnswer() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        topicEndsAt(0);
        TopicFollower<SourceState> patient = new TopicFollower<>(
                () -> {
                    if (answered.getCount() > 0) {
                        answered.countDown();
                        throw new TimeoutException("no broker");
                    }
                    return consumer;
                },
                TOPIC,
                (key, value) -> {},
                failed);

        patient.start();
        patient.awaitCaughtUp();

        assertThat(failed.getCount()).isEqualTo(1);
        patient.close();
    }

    @Test
    void isReadyAgainWhereRecordsKeepComingFromABrokerThatWasAway() throws Exception {
        topicEndsAt(0);
        follower.start();
        follower.awaitCaughtUp();
        brokerAway.set(true);
        await().until(() -> follower.check().state() == State.WAITING);

        consumer.schedulePollTask(new Runnable() {
            private long offset;

            @Override
            public void run() {
                consumer.addRecord(record(offset++, "a"));
                consumer.schedulePollTask(this);
            }
        });

        await().until(() -> follower.check().state() == State.READY);
    }

    @Test
    void saysWhenTheBrokerIsAwayAndWhenItIsBack() throws Exception {
        topicEndsAt(0);
        follower.start();
        follower.awaitCaughtUp();

        brokerAway.set(true);
        await().until(() -> follower.check().state() == State.WAITING);

        brokerAway.set(false);
        await().until(() -> follower.check().state() == State.READY);
        assertThat(failed.getCount()).isEqualTo(1);
    }

    @Test
    void stopsWhenClosed() throws Exception {
        topicEndsAt(0);
        follower.start();
        follower.awaitCaughtUp();

        follower.close();

        await().until(consumer::closed);
        assertThat(failed.getCount()).isEqualTo(1);
    }

    private void topicEndsAt(long end) {
        Node node = new Node(1, "127.0.0.1", 9);
        Node[] nodes = {node};
        consumer.updatePartitions(TOPIC.name(), List.of(new PartitionInfo(TOPIC.name(), 0, node, nodes, nodes)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
    }

    private static RecordDeserializationException unreadable(long offset) {
        return new RecordDeserializationException(
                RecordDeserializationException.DeserializationExceptionOrigin.VALUE,
                PARTITION,
                offset,
                0,
                TimestampType.CREATE_TIME,
                null,
                null,
                null,
                "cannot be read",
                new SerializationException("no schema id"));
    }

    private static ConsumerRecord<String, SourceState> record(long offset, String key) {
        return new ConsumerRecord<>(TOPIC.name(), 0, offset, key, null);
    }
}
