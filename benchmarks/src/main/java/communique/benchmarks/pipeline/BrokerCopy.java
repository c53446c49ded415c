package communique.benchmarks.pipeline;

import communique.kit.kafka.KafkaClients;
import communique.kit.metrics.Metrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Copies a topic in transactions, one for each poll. */
final class BrokerCopy implements AutoCloseable {
    private static final String GROUP = "copy";

    private final Trial trial;
    private final Thread thread;
    private volatile boolean closed;

    /** Begins at once. */
    BrokerCopy(Trial trial) {
        this.trial = trial;
        this.thread = new Thread(this::run, "broker-copy");
        thread.start();
    }

    private void run() {
        String source = trial.settings().topics().articlesRaw().name();
        String prefix = trial.settings().topics().prefix();
        try (Metrics metrics = new Metrics()) {
            KafkaClients clients = new KafkaClients(trial.settings(), metrics);
            try (Consumer<byte[], byte[]> consumer =
                            clients.consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), prefix + GROUP);
                    Producer<byte[], byte[]> producer = clients.transactionalProducer(prefix + GROUP)) {
                producer.initTransactions();
                consumer.subscribe(List.of(source));
                while (!closed) {
                    copy(consumer, producer);
                }
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // where a record is not sent the commit fails
    private void copy(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        producer.beginTransaction();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            producer.send(new ProducerRecord<>(trial.passed().name(), record.key(), record.value()));
            offsets.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
