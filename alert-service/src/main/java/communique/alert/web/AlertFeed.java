package communique.alert.web;

import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.SystemicFailure;
import communique.kit.lifecycle.Health;
import communique.schemas.Topic;
import communique.schemas.v1.Alert;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the alerts topic from its beginning onto the board and then follows it, in a thread of its own and without a
 * consumer group: every instance of the service shows everything. The topic has one partition, so an offset names a
 * record.
 */
final class AlertFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final Topic<String, Alert> topic;
    private final AlertBoard board;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "alert-feed");
    private volatile Health health = Health.waiting("not started");

    AlertFeed(KafkaClients clients, Topic<String, Alert> topic, AlertBoard board) {
        this.clients = clients;
        this.topic = topic;
        this.board = board;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    Health health() {
        return health;
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                follow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the page gets no more alerts", e);
            health = Health.dead("stopped: " + e.getClass().getSimpleName());
        }
    }

    private void follow() throws InterruptedException {
        try (Consumer<String, Alert> consumer = clients.consumer(topic, null)) {
            follow(consumer);
        } catch (KafkaException e) {
            if (closing.getCount() > 0) {
                LOG.warn("the page waits for alerts: {}", e.toString());
            }
            health = Health.waiting("waits: " + e.getMessage());
            closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void follow(Consumer<String, Alert> consumer) {
        try {
            List<TopicPartition> partition = List.of(new TopicPartition(topic.name(), 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partition);
            while (closing.getCount() > 0) {
                read(consumer);
                report(consumer, ends);
            }
        } finally {
            clients.release(consumer);
        }
    }

    private void read(Consumer<String, Alert> consumer) {
        try {
            for (ConsumerRecord<String, Alert> record : consumer.poll(POLL)) {
                board.put(record.offset(), record.key(), record.value());
            }
        } catch (RecordDeserializationException e) {
            if (SystemicFailure.isCauseOf(e)) {
                throw e;
            }
            LOG.error("{} offset {} is no alert and is not shown: {}", e.topicPartition(), e.offset(), e.toString());
            consumer.seek(e.topicPartition(), e.offset() + 1);
        }
    }

    private void report(Consumer<String, Alert> consumer, Map<TopicPartition, Long> ends) {
        if (health.state() == Health.State.READY) {
            return;
        }
        if (ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            board.setComplete();
            health = Health.ready("follows");
        } else {
            health = Health.waiting("reads past alerts");
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
