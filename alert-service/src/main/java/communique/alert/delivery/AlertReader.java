package communique.alert.delivery;

import communique.alert.delivery.Arrival.Position;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.SystemicFailure;
import communique.schemas.Topics;
import communique.schemas.v1.Alert;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alerts topic as one channel reads it: a member of its consumer group, who commits what is done with. Used by one
 * thread.
 */
final class AlertReader implements ConsumerRebalanceListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertReader.class);
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(5);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

    /** A new channel is told of alerts of that age; what is older nobody waits for. */
    private static final Duration BEFORE_IT_WAS = Duration.ofDays(3);

    private final String channel;
    private final String topic;
    private final KafkaClients clients;
    private final Owner owner;
    private final Clock clock;
    private final Consumer<String, Alert> consumer;
    private final Queue<ConsumerRecord<String, Alert>> unread = new ArrayDeque<>();
    private final Map<Integer, Long> committed = new HashMap<>();

    /** Whoever takes the alerts in. */
    interface Owner {
        /** There is nothing to do for a record. */
        void skip(Position position);

        /** A record that is no alert was passed over. */
        void undecodable();

        /** By partition, the offset up to which all is done. */
        Map<Integer, Long> done();

        /** Partitions came; before, another instance may have been at work on them. */
        void assigned();

        /** Whether nothing was ever recorded for the channel. */
        boolean isNew();

        /** Partitions went. */
        void lost(List<Integer> partitions);
    }

    /** Joins the channel's group. */
    AlertReader(String channel, Topics topics, KafkaClients clients, Owner owner, Clock clock) {
        this.channel = channel;
        this.topic = topics.alerts().name();
        this.clients = clients;
        this.owner = owner;
        this.clock = clock;
        this.consumer = clients.consumer(topics.alerts(), groupOf(channel, topics));
        consumer.subscribe(List.of(topic), this);
    }

    static String groupOf(String channel, Topics topics) {
        return topics.prefix() + ".alert.channel." + channel;
    }

    /**
     * Stays in the group and reads what is new.
     *
     * @param atMost how long to wait for something new
     * @param more whether anything new is wanted
     * @throws RetriableException where broker or registry cannot be reached; nothing is lost, so call it again
     */
    void poll(Duration atMost, boolean more) {
        if (more && unread.isEmpty()) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
        try {
            consumer.poll(atMost).forEach(unread::add);
        } catch (RecordDeserializationException e) {
            passOver(e);
        }
    }

    private void passOver(RecordDeserializationException e) {
        if (SystemicFailure.isCauseOf(e)) {
            throw new TimeoutException("the registry does not answer", e);
        }
        LOG.error(
                "channel {} passes over {} offset {}, which is no alert: {}",
                channel,
                e.topicPartition(),
                e.offset(),
                String.valueOf(e.getCause()));
        owner.undecodable();
        consumer.seek(e.topicPartition(), e.offset() + 1);
        owner.skip(new Position(e.topicPartition().partition(), e.offset()));
    }

    boolean hasUnread() {
        return !unread.isEmpty();
    }

    /** The next alert that was read; empty where there is none. */
    Optional<Arrival> next() {
        while (!unread.isEmpty()) {
            ConsumerRecord<String, Alert> record = unread.remove();
            Position position = new Position(record.partition(), record.offset());
            if (record.value() != null) {
                Instant since = Instant.ofEpochMilli(record.timestamp());
                return Optional.of(new Arrival(position, record.value(), since, trace(record)));
            }
            owner.skip(position);
        }
        return Optional.empty();
    }

    private static Optional<String> trace(ConsumerRecord<?, ?> record) {
        return Optional.ofNullable(record.headers().lastHeader("traceparent"))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Whether any partition is this instance's. */
    boolean isAtWork() {
        return !consumer.assignment().isEmpty();
    }

    /** Alerts that are not taken in yet. */
    long waiting() {
        return unread.size()
                + consumer.assignment().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum();
    }

    /** Commits what is done, without waiting for the broker: a lost commit costs a look at the deliveries. */
    void commit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = uncommitted();
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets, this::committed);
        }
    }

    private void committed(Map<TopicPartition, OffsetAndMetadata> offsets, Exception failure) {
        if (failure == null) {
            offsets.forEach((partition, offset) -> committed.put(partition.partition(), offset.offset()));
        } else {
            LOG.debug("channel {} commits later", channel, failure);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> uncommitted() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        owner.done().forEach((partition, offset) -> {
            if (!offset.equals(committed.get(partition))) {
                offsets.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset));
            }
        });
        return offsets;
    }

    private void commitNow() {
        try {
            consumer.commitSync(uncommitted(), COMMIT_WITHIN);
        } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
            LOG.debug("channel {} leaves without a commit", channel, e);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        owner.assigned();
        Map<TopicPartition, OffsetAndMetadata> begun = consumer.committed(Set.copyOf(partitions));
        List<TopicPartition> fresh = partitions.stream()
                .filter(partition -> begun.get(partition) == null)
                .toList();
        if (!fresh.isEmpty() && owner.isNew()) {
            begin(fresh);
        }
    }

    /** Settles where a new channel begins before it sends anything, so that it is no other place after a crash. */
    private void begin(List<TopicPartition> partitions) {
        long since = clock.instant().minus(BEFORE_IT_WAS).toEpochMilli();
        // The ends come first: an alert that arrives between the two questions is not passed over.
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> times =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> since));
        Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            long start = found == null ? ends.get(partition) : Math.min(found.offset(), ends.get(partition));
            starts.put(partition, new OffsetAndMetadata(start));
            consumer.seek(partition, start);
        });
        consumer.commitSync(starts, COMMIT_WITHIN);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commitNow();
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        List<Integer> lost = partitions.stream().map(TopicPartition::partition).toList();
        unread.removeIf(record -> lost.contains(record.partition()));
        committed.keySet().removeAll(lost);
        owner.lost(lost);
    }

    @Override
    public void close() {
        clients.release(consumer);
        consumer.close(CloseOptions.timeout(LEAVE_WITHIN));
    }
}
