package communique.alert.delivery;

import communique.alert.delivery.Arrival.Position;
import communique.alert.delivery.Backlog.Attempt;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Reply;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Message;
import communique.kit.kafka.KafkaClients;
import communique.schemas.Topics;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryRequest;
import communique.schemas.v1.DeliveryStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A channel's stay in its consumer group. What to do is decided by the {@link Backlog}; here it meets the topics and
 * the receiver. Used by one thread.
 *
 * <p>What came of an attempt is on the deliveries topic before the next attempt is made, and an alert is committed when
 * it is delivered or given up. So a crash costs at most one repeat, and that carries the same message id. While alerts
 * wait for their next attempt the consumer goes on polling, so that it stays in its group however long that takes.
 */
final class ChannelSession implements AlertReader.Owner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelSession.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);

    /** Alerts are on their topic a while longer than they are kept: it goes in pieces. */
    private static final Duration MARGIN = Duration.ofDays(30);

    private final String name;
    private final Channel channel;
    private final ChannelMeters meters;
    private final ChannelLog log;
    private final Clock clock;
    private final Shared shared;
    private final Endpoint endpoint;
    private final Backlog backlog;
    private final Errands errands;
    private final Handover handover;
    private final Reminders reminders;
    private final SilenceReport silenceReport;
    private final DeliveryJournal journal;
    private final AlertReader reader;
    private final Duration remembered;
    private final Outbox outbox = new Outbox();
    private Optional<Standings> standings = Optional.empty();
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
        this.name = config.name();
        this.shared = shared;
        this.channel = channel;
        this.meters = meters;
        this.clock = clock;
        this.journal = journal;
        this.log = new ChannelLog(name);
        this.remembered = topics.alerts().retention().plus(MARGIN);
        this.endpoint = new Endpoint(config);
        this.backlog = new Backlog(
                config, schedule, new Gate(config, shared.plan(), shared.silences(), shared.muting()), endpoint);
        this.errands = new Errands(name, schedule, endpoint);
        this.handover = new Handover(name, endpoint, shared.requests()::isDisabled);
        this.reminders = new Reminders(name, shared);
        this.silenceReport = new SilenceReport(name, shared.silences(), shared.known()::headline);
        this.reader = new AlertReader(name, topics, clients, this, clock);
    }

    /**
     * Reads what is new, makes at most one attempt, commits what is done.
     *
     * @throws org.apache.kafka.common.errors.RetriableException where broker or registry cannot be reached; nothing is
     *     lost, so call it again
     */
    void turn() {
        Instant begin = clock.instant();
        reader.poll(errands.idle(begin, backlog.idle(begin, LONGEST_POLL)), !backlog.isFull());
        takeIn();
        outbox.flush();
        look();
        outbox.flush();
        Instant now = clock.instant();
        backlog.next(now).ifPresentOrElse(this::attempt, () -> errands.next(now).ifPresent(this::attempt));
        outbox.flush();
        if (!clock.instant().isBefore(nextCommit)) {
            nextCommit = clock.instant().plus(COMMIT_EVERY);
            reader.commit();
        }
        meters.waiting(backlog.size() + errands.size() + reader.waiting(), backlog.oldest());
        meters.disabled(endpoint.disabled().isPresent());
    }

    /** Once in a while: what people want, and what others must be told. */
    private void look() {
        Instant now = clock.instant();
        shared.requests().state(name).ifPresent(endpoint::adopt);
        if (now.isBefore(nextLook) || !reader.isAtWork()) {
            return;
        }
        nextLook = now.plus(LOOK_EVERY);
        Standings known = standings();
        known.forgetBefore(now.minus(remembered));
        silenceReport.due(known, now).forEach(request -> offer(request, known));
        if (shared.requests().version() != requestsSeen) {
            requestsSeen = shared.requests().version();
            shared.requests().of(name).forEach(request -> offer(request, known));
        }
        // Asked before it is let go of: a crash between repeats the request, under the id it has.
        handover.forsaken(backlog.waiting(), now).forEach(this::ask);
        record(backlog.release(handover::isTakenOver));
    }

    private void ask(DeliveryRequest request) {
        outbox.add(() -> journal.ask(request));
    }

    private void offer(DeliveryRequest request, Standings known) {
        errands.offer(request, known.get(Errands.key(request)));
    }

    private void takeIn() {
        backlog.caughtUp(reader.isAtWork() && reader.waiting() == 0);
        if (!reader.hasUnread()) {
            return;
        }
        Standings known = standings();
        for (Optional<Arrival> next = reader.next(); next.isPresent(); next = reader.next()) {
            Arrival arrival = next.get();
            String alertId = arrival.alert().getId();
            known.touch(alertId, clock.instant());
            record(backlog.offer(arrival, known.get(alertId), clock.instant()));
        }
    }

    /** Read once per assignment: before it another instance may have been at work. */
    private Standings standings() {
        Standings known = standings.orElseGet(journal::read);
        standings = Optional.of(known);
        return known;
    }

    private void record(List<Report> reports) {
        reports.stream()
                .map(Report::delivery)
                .filter(delivery -> delivery.getStatus() == DeliveryStatus.SUPPRESSED)
                .forEach(meters::suppressed);
        reports.forEach(report -> outbox.add(() -> {
            journal.write(report);
            remember(report.delivery().getAlertId(), report.delivery());
        }));
    }

    private void remember(String key, Delivery delivery) {
        standings.ifPresent(known -> known.put(key, delivery, clock.instant()));
    }

    private void attempt(Attempt attempt) {
        List<Report> withdrawn = backlog.withdraw(attempt, clock.instant());
        if (!withdrawn.isEmpty()) {
            record(withdrawn);
            return;
        }
        record(backlog.intents(attempt));
        outbox.flush();
        DeliveryOutcome outcome = send(attempt.message());
        Instant now = clock.instant();
        List<Report> reports = backlog.settle(attempt, outcome, now);
        Delivery first = reports.get(0).delivery();
        note(attempt.message(), first, outcome, backlog.size());
        for (Pending member : attempt.members()) {
            handover.givenUp(member, first, now).ifPresent(this::ask);
            Optional.of(first.getStatus())
                    .filter(DeliveryStatus.DELIVERED::equals)
                    .flatMap(told -> reminders.after(member.alert(), member.stop(), now))
                    .ifPresent(this::ask);
        }
        record(reports);
        tellOfChannel(now);
    }

    private void attempt(Errands.Attempt attempt) {
        String key = Errands.key(attempt.request());
        String alertId = key.substring(0, key.indexOf('@'));
        Standing standing = standings().get(alertId);
        Delivery delivery = reminders
                .lapsed(attempt.request(), standing, clock.instant())
                .map(why -> errands.drop(attempt, why))
                .orElseGet(() -> sent(attempt));
        outbox.add(() -> {
            journal.write(delivery, key);
            remember(key, delivery);
        });
        tellOfChannel(clock.instant());
    }

    private Delivery sent(Errands.Attempt attempt) {
        DeliveryOutcome outcome = send(attempt.message());
        Instant now = clock.instant();
        Delivery delivery = errands.settle(attempt, outcome, now);
        note(attempt.message(), delivery, outcome, errands.size());
        if (delivery.getStatus() == DeliveryStatus.DELIVERED) {
            reminders.after(attempt.request(), now).ifPresent(this::ask);
        }
        return delivery;
    }

    private void note(Message message, Delivery delivery, DeliveryOutcome outcome, int waiting) {
        meters.attempted(delivery);
        log.tell(delivery, outcome.reply(), waiting);
        journal.log(Settlement.logged(delivery, message, outcome));
    }

    /** Records whether the channel is in use, and tells another where it is no longer. */
    private void tellOfChannel(Instant now) {
        endpoint.unsaved().ifPresent(state -> {
            outbox.add(() -> journal.write(state));
            if (state.getDisabled()) {
                log.disabled(state);
                shared.teller()
                        .apply(name)
                        .map(teller -> handover.disabled(state, teller, now))
                        .ifPresent(this::ask);
            }
        });
    }

    private DeliveryOutcome send(Message message) {
        try {
            return channel.send(message);
        } catch (RuntimeException e) {
            LOG.error("channel {} cannot handle message {}", name, message.id(), e);
            return new Rejected(FailureReason.OTHER, Reply.NONE);
        }
    }

    @Override
    public void skip(Position position) {
        backlog.skip(position);
    }

    @Override
    public void undecodable() {
        meters.undecodable();
    }

    /** Nothing beyond what is not written yet is done with. */
    @Override
    public Map<Integer, Long> done() {
        return outbox.isEmpty() ? backlog.done() : Map.of();
    }

    @Override
    public void assigned() {
        standings = Optional.empty();
    }

    @Override
    public boolean isNew() {
        return standings().isEmpty();
    }

    @Override
    public void lost(List<Integer> partitions) {
        partitions.forEach(backlog::forget);
        errands.clear();
        requestsSeen = -1;
    }

    @Override
    public void close() {
        meters.waiting(0, Optional.empty());
        reader.close();
    }
}
