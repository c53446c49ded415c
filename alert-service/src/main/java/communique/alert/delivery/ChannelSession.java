package communique.alert.delivery;

import communique.alert.delivery.Arrival.Position;
import communique.alert.delivery.Backlog.Attempt;
import communique.alert.delivery.Backlog.Report;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Message;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.SystemicFailure;
import communique.schemas.Topics;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryRequest;
import communique.schemas.v1.DeliveryStatus;
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
 * A channel's stay in its consumer group. What to do is decided by the {@link Backlog}; here it meets Kafka and the
 * receiver. Used by one thread.
 *
 * <p>What came of an attempt is on the deliveries topic before the next attempt is made, and an alert is committed when
 * it is delivered or given up. So a crash costs at most one repeat, and that carries the same message id. While alerts
 * wait for their next attempt the consumer goes on polling, so that it stays in its group however long that takes.
 */
final class ChannelSession implements ConsumerRebalanceListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelSession.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);
    private static final Duration COMMIT_WITHIN = Duration.ofSeconds(5);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

    private final ChannelConfig config;
    private final Channel channel;
    private final ChannelMeters meters;
    private final ChannelLog log;
    private final KafkaClients clients;
    private final Topics topics;
    private final Clock clock;
    private final Shared shared;
    private final Endpoint endpoint;
    private final Backlog backlog;
    private final Errands errands;
    private final Handover handover;
    private final SilenceReport silenceReport;
    private final DeliveryJournal journal;
    private final Consumer<String, Alert> consumer;
    private final Queue<ConsumerRecord<String, Alert>> unread = new ArrayDeque<>();
    private final Queue<Report> unwritten = new ArrayDeque<>();
    private final Map<Integer, Long> committed = new HashMap<>();
    private Optional<Map<String, Standing>> standings = Optional.empty();
    private Instant nextCommit = Instant.MIN;
    private Instant nextLook = Instant.MIN;
    private long requestsSeen = -1;

    ChannelSession(
            ChannelConfig config,
            Channel channel,
            ChannelMeters meters,
            RetrySchedule schedule,
            DeliveryJournal journal,
            Shared shared,
            KafkaClients clients,
            Topics topics,
            Clock clock) {
        this.config = config;
        this.shared = shared;
        this.channel = channel;
        this.meters = meters;
        this.topics = topics;
        this.clock = clock;
        this.journal = journal;
        this.clients = clients;
        this.log = new ChannelLog(config.name());
        this.endpoint = new Endpoint(config);
        this.backlog = new Backlog(config, schedule, new Gate(config, shared.plan(), shared.silences()), endpoint);
        this.errands = new Errands(config.name(), schedule, endpoint);
        this.handover = new Handover(config.name(), endpoint);
        this.silenceReport = new SilenceReport(config.name(), shared.silences(), shared.headlines());
        this.consumer = clients.consumer(topics.alerts(), groupOf(config.name(), topics));
        consumer.subscribe(List.of(topics.alerts().name()), this);
    }

    static String groupOf(String channel, Topics topics) {
        return topics.prefix() + ".alert.channel." + channel;
    }

    /**
     * Reads what is new, makes at most one attempt, commits what is done.
     *
     * @throws RetriableException where broker or registry cannot be reached; nothing is lost, so call it again
     */
    void turn() {
        poll();
        takeIn();
        write();
        look();
        Instant now = clock.instant();
        Optional<Attempt> due = backlog.next(now);
        if (due.isPresent()) {
            attempt(due.get());
        } else {
            errands.next(now).ifPresent(this::attempt);
        }
        write();
        if (!clock.instant().isBefore(nextCommit)) {
            commit();
        }
        meters.waiting(backlog.size() + errands.size() + unread.size() + lag(), backlog.oldest());
        meters.disabled(endpoint.disabled().isPresent());
    }

    /** Once in a while: what people want, and what others must be told. */
    private void look() {
        Instant now = clock.instant();
        shared.requests().state(config.name()).ifPresent(endpoint::adopt);
        if (now.isBefore(nextLook) || consumer.assignment().isEmpty()) {
            return;
        }
        nextLook = now.plus(LOOK_EVERY);
        Map<String, Standing> known = standings();
        silenceReport.due(known, now).forEach(request -> offer(request, known, now));
        if (shared.requests().version() != requestsSeen) {
            requestsSeen = shared.requests().version();
            shared.requests().of(config.name()).forEach(request -> offer(request, known, now));
        }
        handover.forsaken(backlog.waiting(), now).forEach(journal::ask);
    }

    private void offer(DeliveryRequest request, Map<String, Standing> known, Instant now) {
        errands.offer(request, known.getOrDefault(Errands.key(request), Standing.NONE), now);
    }

    private void poll() {
        if (backlog.isFull() || !unread.isEmpty()) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
        try {
            consumer.poll(errands.idle(clock.instant(), backlog.idle(clock.instant(), LONGEST_POLL)))
                    .forEach(unread::add);
        } catch (RecordDeserializationException e) {
            undecodable(e);
        }
    }

    private void undecodable(RecordDeserializationException e) {
        if (SystemicFailure.isCauseOf(e)) {
            throw new TimeoutException("the registry does not answer", e);
        }
        LOG.error(
                "channel {} passes over {} offset {}, which is no alert: {}",
                config.name(),
                e.topicPartition(),
                e.offset(),
                String.valueOf(e.getCause()));
        meters.undecodable();
        consumer.seek(e.topicPartition(), e.offset() + 1);
        backlog.skip(new Position(e.topicPartition().partition(), e.offset()));
    }

    private void takeIn() {
        backlog.caughtUp(unread.isEmpty() && !consumer.assignment().isEmpty() && lag() == 0);
        if (unread.isEmpty()) {
            return;
        }
        Map<String, Standing> known = standings();
        while (!unread.isEmpty()) {
            takeIn(unread.remove(), known);
        }
    }

    /** Read once per assignment: before it another instance may have been at work. */
    private Map<String, Standing> standings() {
        Map<String, Standing> known = standings.orElseGet(journal::read);
        standings = Optional.of(known);
        return known;
    }

    private void takeIn(ConsumerRecord<String, Alert> record, Map<String, Standing> known) {
        Position position = new Position(record.partition(), record.offset());
        if (record.value() == null) {
            backlog.skip(position);
            return;
        }
        Standing standing = known.getOrDefault(record.value().getId(), Standing.NONE);
        Instant since = Instant.ofEpochMilli(record.timestamp());
        Arrival arrival = new Arrival(position, record.value(), since, trace(record));
        for (Report report : backlog.offer(arrival, standing, clock.instant())) {
            meters.suppressed(report.delivery());
            unwritten.add(report);
        }
    }

    private static Optional<String> trace(ConsumerRecord<?, ?> record) {
        return Optional.ofNullable(record.headers().lastHeader("traceparent"))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private void write() {
        while (!unwritten.isEmpty()) {
            Report report = unwritten.element();
            journal.write(report);
            remember(report.delivery().getAlertId(), report.delivery());
            unwritten.remove();
        }
    }

    private void remember(String key, Delivery delivery) {
        standings.ifPresent(known -> known.put(key, Standing.of(delivery, known.getOrDefault(key, Standing.NONE))));
    }

    private void attempt(Attempt attempt) {
        unwritten.addAll(backlog.intents(attempt));
        write();
        DeliveryOutcome outcome = send(attempt.message());
        Instant now = clock.instant();
        List<Report> reports = backlog.settle(attempt, outcome, now);
        Delivery first = reports.get(0).delivery();
        meters.attempted(first);
        reports.stream()
                .map(Report::delivery)
                .filter(delivery -> delivery.getStatus() == DeliveryStatus.SUPPRESSED)
                .forEach(meters::suppressed);
        unwritten.addAll(reports);
        log.tell(first, outcome.reply(), backlog.size());
        journal.log(Settlement.logged(first, attempt.message()));
        attempt.members().forEach(member -> handover.givenUp(member, first, now).ifPresent(journal::ask));
        record(now);
    }

    private void attempt(Errands.Attempt attempt) {
        DeliveryOutcome outcome = send(attempt.message());
        Delivery delivery = errands.settle(attempt, outcome, clock.instant());
        meters.attempted(delivery);
        log.tell(delivery, outcome.reply(), errands.size());
        journal.log(Settlement.logged(delivery, attempt.message()));
        String key = Errands.key(attempt.request());
        journal.write(delivery, key);
        remember(key, delivery);
        record(clock.instant());
    }

    /** Records whether the channel is in use, and tells another where it is no longer. */
    private void record(Instant now) {
        endpoint.unsaved().ifPresent(state -> {
            journal.write(state);
            if (state.getDisabled()) {
                log.disabled(state);
                shared.teller()
                        .apply(config.name())
                        .map(teller -> handover.disabled(state, teller, now))
                        .ifPresent(journal::ask);
            }
        });
    }

    private DeliveryOutcome send(Message message) {
        try {
            return channel.send(message);
        } catch (RuntimeException e) {
            LOG.error("channel {} cannot handle message {}", config.name(), message.id(), e);
            return new Rejected(FailureReason.OTHER, Reply.NONE);
        }
    }

    private void commit() {
        nextCommit = clock.instant().plus(COMMIT_EVERY);
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        backlog.done().forEach((partition, offset) -> {
            if (!offset.equals(committed.get(partition))) {
                offsets.put(new TopicPartition(topics.alerts().name(), partition), new OffsetAndMetadata(offset));
            }
        });
        if (offsets.isEmpty() || !unwritten.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, COMMIT_WITHIN);
            committed.putAll(backlog.done());
        } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
            LOG.debug("channel {} commits later", config.name(), e);
        }
    }

    private long lag() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        standings = Optional.empty();
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commit();
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        for (TopicPartition lost : partitions) {
            unread.removeIf(record -> record.partition() == lost.partition());
            backlog.forget(lost.partition());
            committed.remove(lost.partition());
        }
        errands.clear();
        requestsSeen = -1;
    }

    @Override
    public void close() {
        meters.waiting(0, Optional.empty());
        clients.release(consumer);
        consumer.close(CloseOptions.timeout(LEAVE_WITHIN));
    }
}
