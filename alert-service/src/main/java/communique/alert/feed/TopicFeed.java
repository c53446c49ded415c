package communique.alert.feed;

import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.SystemicFailure;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.Part;
import communique.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics from their beginning and then follows them, in a thread of its own and without a consumer group: every
 * instance of the service sees everything. After trouble with the broker it reads all anew, so that who takes the
 * records in must not mind a record twice.
 */
public final class TopicFeed implements Part {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final String name;
    private final KafkaClients clients;
    private final Map<String, Follower<?>> followers = new HashMap<>();
    private final List<Runnable> whenComplete = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Health health = Health.waiting("not started");

    /** Takes in records of a topic. */
    @FunctionalInterface
    public interface Reader<V> {
        /**
         * Takes in one.
         *
         * @param value null where the record is deleted
         */
        void take(Place place, String key, V value);
    }

    /**
     * Where a record lies.
     *
     * @param offset on its partition
     * @param time its timestamp, by which records of several partitions can be brought in order
     */
    public record Place(long offset, long time) {}

    private record Follower<V>(Deserializer<V> deserializer, Reader<V> reader) {
        void take(ConsumerRecord<String, byte[]> record) {
            Place place = new Place(record.offset(), record.timestamp());
            reader.take(place, record.key(), deserializer.deserialize(record.topic(), record.value()));
        }
    }

    /**
     * A feed of nothing yet.
     *
     * @param name what its thread and its health are called
     */
    public TopicFeed(String name, KafkaClients clients) {
        this.name = name;
        this.clients = clients;
        this.thread = new Thread(this::run, name + "-feed");
        thread.setDaemon(true);
    }

    /** Adds a topic, before the start. */
    public <V extends SpecificRecord> TopicFeed follows(Topic<String, V> topic, Reader<V> reader) {
        followers.put(topic.name(), new Follower<>(clients.serdes().deserializer(topic), reader));
        return this;
    }

    /** Adds what is done once the past is in, before the start. */
    public TopicFeed then(Runnable task) {
        whenComplete.add(task);
        return this;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Health check() {
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
            LOG.error("{} gets no more records", name, e);
            health = Health.dead("stopped: " + e.getClass().getSimpleName());
        }
    }

    private void follow() throws InterruptedException {
        try (Consumer<String, byte[]> consumer =
                clients.consumer(new StringDeserializer(), new ByteArrayDeserializer(), null)) {
            follow(consumer);
        } catch (KafkaException e) {
            if (closing.getCount() > 0) {
                LOG.warn("{} waits for records: {}", name, e.toString());
            }
            health = Health.waiting("waits: " + e.getMessage());
            closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        try {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : followers.keySet()) {
                for (PartitionInfo info : consumer.partitionsFor(topic)) {
                    partitions.add(new TopicPartition(topic, info.partition()));
                }
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (closing.getCount() > 0) {
                consumer.poll(POLL).forEach(this::take);
                report(consumer, ends);
            }
        } finally {
            clients.release(consumer);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            followers.get(record.topic()).take(record);
        } catch (RuntimeException e) {
            if (SystemicFailure.isCauseOf(e)) {
                throw new KafkaException("the registry does not answer", e);
            }
            LOG.error(
                    "{} passes over {}-{} offset {}, which cannot be read: {}",
                    name,
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.toString());
        }
    }

    private void report(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        if (health.state() == Health.State.READY) {
            return;
        }
        if (ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            whenComplete.forEach(Runnable::run);
            health = Health.ready("follows");
        } else {
            health = Health.waiting("reads the past");
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
