package communique.alert.delivery;

import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.ChannelConfig;
import communique.alert.delivery.channel.Surroundings;
import communique.alert.feed.TopicFeed;
import communique.alert.route.RoutePlan;
import communique.alert.silence.Silences;
import communique.kit.kafka.KafkaClients;
import communique.kit.lifecycle.Closers;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.Part;
import communique.kit.metrics.Metrics;
import communique.schemas.Topic;
import communique.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Delivers alerts to every configured channel. */
public final class Dispatcher implements Part {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(15);

    private final KafkaClients clients;
    private final Topics topics;
    private final Metrics metrics;
    private final Surroundings surroundings;
    private final RetrySchedule schedule;
    private final Shared shared;
    private final TopicFeed feed;
    private final List<ChannelWorker> workers = new ArrayList<>();
    private final Closers closers = new Closers(CLOSE_WITHIN);

    /**
     * Opens the channels; nothing is read or sent yet.
     *
     * @param headlines headline of an alert by its id, where it is still known
     * @throws communique.kit.config.InvalidConfigException where a channel's address or secret is wrong
     */
    public Dispatcher(
            DeliveryConfig config,
            KafkaClients clients,
            Topics topics,
            Metrics metrics,
            Surroundings surroundings,
            Function<String, Optional<String>> headlines) {
        this.clients = clients;
        this.topics = topics;
        this.metrics = metrics;
        this.surroundings = surroundings;
        this.schedule = new RetrySchedule(config.retryWaits(), RandomGenerator.getDefault());
        RoutePlan plan = config.plan();
        this.shared = new Shared(() -> plan, new Silences(), new Requests(), headlines, config::teller);
        // Nothing is sent before it is known what is silenced and which channel is disabled.
        this.feed = new TopicFeed("delivery", clients)
                .follows(
                        topics.silences(),
                        (offset, id, silence) -> shared.silences().put(id, silence))
                .follows(
                        topics.deliveryRequests(),
                        (offset, id, request) -> shared.requests().put(id, request))
                .follows(
                        topics.channels(),
                        (offset, name, state) -> shared.requests().put(name, state))
                .then(this::startWorkers);
        config.channels().forEach(channel -> workers.add(worker(channel)));
    }

    private ChannelWorker worker(ChannelConfig config) {
        Channel channel = config.open(surroundings);
        Clock clock = surroundings.clock();
        ChannelMeters meters = new ChannelMeters(metrics, config, clock);
        ChannelWorker worker = new ChannelWorker(
                config.name(),
                channel,
                () -> new DeliveryJournal(config.name(), topics, clients, clock),
                journal ->
                        new ChannelSession(config, channel, meters, schedule, journal, shared, clients, topics, clock));
        return closers.add("channel " + config.name(), worker);
    }

    /** Topics that must be there before {@link #start()}. */
    public List<Topic<?, ?>> needs() {
        return List.of(
                topics.alerts(),
                topics.deliveries(),
                topics.deliveryAttempts(),
                topics.deliveryRequests(),
                topics.channels(),
                topics.silences());
    }

    /** The silences, as the topic has them. */
    public Silences silences() {
        return shared.silences();
    }

    /** Starts to deliver; returns at once. */
    @Override
    public void start() {
        if (!workers.isEmpty()) {
            feed.start();
        }
    }

    private void startWorkers() {
        workers.forEach(ChannelWorker::start);
    }

    @Override
    public String name() {
        return "delivery";
    }

    /** How the workers are. Whether receivers take what they are sent is told by meters and records, not here. */
    @Override
    public Health check() {
        if (workers.isEmpty()) {
            return Health.ready("0 channels");
        }
        if (feed.check().state() != Health.State.READY) {
            return feed.check();
        }
        return workers.stream()
                .map(worker -> new Health(
                        worker.health().state(),
                        worker.name() + ": " + worker.health().detail()))
                .max(Comparator.comparing(Health::state))
                .filter(worst -> worst.state() != Health.State.READY)
                .orElseGet(() -> Health.ready(workers.size() + " channels"));
    }

    @Override
    public void close() {
        feed.close();
        workers.forEach(ChannelWorker::stop);
        closers.close();
    }
}
