package communique.ingest.publish;

import communique.kit.kafka.SystemicFailure;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.HealthCheck;
import communique.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a whole topic from its beginning and goes on following it: how a service gets its memory back, and keeps it the
 * same as that of other instances.
 */
public final class TopicFollower<V> implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final String FOLLOWING = "following";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long PAUSE_SECONDS = 1;
    /** So many polls without a record, about five seconds, and the broker is asked whether it is still there. */
    private static final int QUIET_POLLS = 20;

    private final Supplier<Consumer<String, V>> consumers;
    private final Topic<String, V> topic;
    private final BiConsumer<String, V> memory;
    private final CountDownLatch failed;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Health health = Health.waiting("not started");

    /**
     * A follower that has not begun.
     *
     * @param consumers makes a consumer without a group
     * @param memory is given key and value of every record; a null value is a deletion
     * @param failed counted down when it cannot go on
     */
    public TopicFollower(
            Supplier<Consumer<String, V>> consumers,
            Topic<String, V> topic,
            BiConsumer<String, V> memory,
            CountDownLatch failed) {
        this.consumers = consumers;
        this.topic = topic;
        this.memory = memory;
        this.failed = failed;
        this.thread = new Thread(this::follow, "follow-" + topic.name());
        thread.setDaemon(true);
    }

    /** Begins; returns at once. */
    public void start() {
        thread.start();
    }

    /** Waits until everything that was on the topic at the beginning has been read. */
    public void awaitCaughtUp() throws InterruptedException {
        caughtUp.await();
    }

    @Override
    public String name() {
        return topic.name();
    }

    @Override
    public Health check() {
        return health;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PAUSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void follow() {
        try {
            while (closing.getCount() > 0) {
                try (Consumer<String, V> consumer = consumers.get()) {
                    read(consumer);
                } catch (RetriableException e) {
                    health = Health.waiting("the broker does not answer: " + e.getMessage());
                    pause();
                }
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("cannot follow {}", topic.name(), e);
            health = Health.dead("cannot be followed: " + e.getMessage());
            failed.countDown();
        }
    }

    private void read(Consumer<String, V> consumer) throws InterruptedException {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        health = Health.waiting("reading from the beginning");
        int quiet = 0;
        while (closing.getCount() > 0) {
            quiet = poll(consumer) > 0 ? 0 : quiet + 1;
            if (caughtUp.getCount() > 0 && hasReached(consumer, ends)) {
                health = Health.ready(FOLLOWING);
                caughtUp.countDown();
            } else if (caughtUp.getCount() == 0 && quiet == 0) {
                health = Health.ready(FOLLOWING);
            } else if (caughtUp.getCount() == 0 && quiet >= QUIET_POLLS) {
                askBroker(consumer, partitions);
                quiet = 0;
            }
        }
    }

    /** A consumer says nothing of a broker that is away; asking for an offset does. */
    private void askBroker(Consumer<String, V> consumer, List<TopicPartition> partitions) {
        try {
            consumer.endOffsets(partitions, ANSWER_WITHIN);
            health = Health.ready(FOLLOWING);
        } catch (TimeoutException e) {
            health = Health.waiting("the broker does not answer");
        }
    }

    /** Hands on what has come; returns how many records that is. */
    private int poll(Consumer<String, V> consumer) throws InterruptedException {
        try {
            ConsumerRecords<String, V> records = consumer.poll(POLL);
            records.forEach(record -> memory.accept(record.key(), record.value()));
            return records.count();
        } catch (RecordDeserializationException e) {
            if (SystemicFailure.isCauseOf(e.getCause())) {
                LOG.warn("the registry does not answer, trying again: {}", e.getMessage());
                pause();
            } else {
                LOG.warn("skipping a record that cannot be read: {}", e.getMessage());
                consumer.seek(e.topicPartition(), e.offset() + 1);
            }
            return 0;
        }
    }

    private static boolean hasReached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void pause() throws InterruptedException {
        if (closing.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.debug("closing while waiting");
        }
    }
}
