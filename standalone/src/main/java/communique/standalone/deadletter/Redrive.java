package communique.standalone.deadletter;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * Sends dead letters to the topics they came from, in one transaction: all of them and the mark how far it went, or
 * nothing. What has come back too often stays where it is, so that a record that can never be processed does not go
 * round for ever.
 */
final class Redrive {
    /** What became of one. */
    enum Outcome {
        /** It is on its way to where it came from. */
        SENT,
        /** It came from no topic, such as a feed's entry: there is nowhere to send it to. */
        NO_TOPIC,
        /** It came back as often as is allowed. */
        TOO_OFTEN
    }

    private final Producer<byte[], byte[]> producer;
    private final int most;

    /**
     * Begins the transaction.
     *
     * @param most how often a record may be sent again
     */
    Redrive(Producer<byte[], byte[]> producer, int most) {
        this.producer = producer;
        this.most = most;
        producer.initTransactions();
        producer.beginTransaction();
    }

    /** Sends one along; where that fails, so does the commit. */
    @SuppressWarnings("FutureReturnValueIgnored")
    Outcome send(DeadLetter letter) {
        if (letter.topic().isEmpty()) {
            return Outcome.NO_TOPIC;
        }
        if (letter.redrives() >= most) {
            return Outcome.TOO_OFTEN;
        }
        producer.send(letter.again());
        return Outcome.SENT;
    }

    /** Makes it so, and remembers how far it went. */
    void commit(Map<TopicPartition, OffsetAndMetadata> done, ConsumerGroupMetadata group) {
        producer.sendOffsetsToTransaction(done, group);
        producer.commitTransaction();
    }

    /** Makes it so. */
    void commit() {
        producer.commitTransaction();
    }
}
