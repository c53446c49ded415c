package communique.ingest.publish;

import communique.kit.kafka.SystemicFailure;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.HealthCheck;
import communique.schemas.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which sources are this instance's to poll. All instances join one consumer group on the topic of raw articles; each
 * partition assigned stands for the share of the sources whose ids fall to its number. When an instance dies the group
 * gives its partitions, and with them its sources, to others. No record is read this way. In the moment of a change two
 * instances may poll the same source; what the second finds is known by then or has the same id.
 */
public final class SourceShare implements Predicate<String>, HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SourceShare.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_SECONDS = 1;
    private static final long CLOSE_WITHIN_SECONDS = 3;

    private final Supplier<? extends Consumer<?, ?>> consumers;
    private final Topic<?, ?> topic;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch joined = new CountDownLatch(1);
    private final Set<Integer> shares = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile int count = 1;

    /**
     * A share of nothing yet.
     *
     * @param consumers makes a consumer with the group
     */
    public SourceShare(Supplier<? extends Consumer<?, ?>> consumers, Topic<?, ?> topic) {
        this.consumers = consumers;
        this.topic = topic;
        this.thread = new Thread(this::member, "source-share");
        thread.setDaemon(true);
    }

    /** How many shares are this instance's. */
    public int size() {
        return shares.size();
    }

    /** Joins the group; returns at once. */
    public void start() {
        thread.start();
    }

    @Override
    public boolean test(String sourceId) {
        return shares.contains(Math.floorMod(sourceId.hashCode(), count));
    }

    @Override
    public String name() {
        return "source share";
    }

    @Override
    public Health check() {
        return joined.getCount() > 0
                ? Health.waiting("joining the others")
                : Health.ready(shares.size() + " of " + count + " shares");
    }

    /** Leaves the group, so that others need not wait to find out. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_WITHIN_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private void member() {
        while (closing.getCount() > 0) {
            try (Consumer<?, ?> consumer = consumers.get()) {
                count = consumer.partitionsFor(topic.name()).size();
                consumer.subscribe(List.of(topic.name()), new Shares(consumer));
                while (closing.getCount() > 0) {
                    consumer.poll(POLL);
                }
            } catch (WakeupException | InterruptException e) {
                LOG.debug("stopped", e);
                return;
            } catch (RuntimeException e) {
                shares.clear();
                LOG.warn(
                        SystemicFailure.isCauseOf(e)
                                ? "the broker does not answer, no source is polled here: {}"
                                : "the sources cannot be shared, trying again: {}",
                        e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (closing.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("closing while waiting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    private final class Shares implements ConsumerRebalanceListener {
        private final Consumer<?, ?> consumer;

        Shares(Consumer<?, ?> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
            partitions.forEach(partition -> shares.add(partition.partition()));
            joined.countDown();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> shares.remove(partition.partition()));
        }
    }
}
