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
import communique.schemas.v1.Acknowledgement;
import communique.schemas.v1.ChannelState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers alerts to every configured channel. */
public final class Dispatcher implements Part {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(15);

    private final KafkaClients clients;
    private final Topics topics;
    private final Metrics metrics;
    private final Surroundings surroundings;
    private final RetrySchedule schedule;
    private final Shared shared;
    private final Map<String, ChannelMeters> meters = new HashMap<>();
    private volatile DeliveryConfig config;
    private volatile RoutePlan plan;
    private volatile boolean started;
    private final TopicFeed feed;
    private volatile List<ChannelWorker> workers;

    /**
     * Opens the channels; nothing is read or sent yet.
     *
     * @param known the alerts there are besides the one at hand
     * @throws communique.kit.config.InvalidConfigException where a channel's address or secret is wrong
     */
    public Dispatcher(
            DeliveryConfig config,
            KafkaClients clients,
            Topics topics,
            Metrics metrics,
            Surroundings surroundings,
            KnownAlerts known) {
        this.clients = clients;
        this.topics = topics;
        this.metrics = metrics;
        this.surroundings = surroundings;
        this.schedule = new RetrySchedule(config.retryWaits(), RandomGenerator.getDefault());
        this.config = config;
        this.plan = config.plan();
        this.shared = new Shared(
                () -> plan,
                new Silences(),
                new Requests(),
                new ConcurrentHashMap<>(),
                () -> this.config.inhibitions(),
                known,
                channel -> this.config.teller(channel));
        // Nothing is sent before it is known what is silenced and which channel is disabled.
        this.feed = new TopicFeed("delivery", clients)
                .follows(
                        topics.silences(),
                        (place, id, silence) -> shared.silences().put(id, silence))
                .follows(
                        topics.deliveryRequests(),
                        (place, id, request) -> shared.requests().put(id, request))
                .follows(
                        topics.channels(),
                        (place, name, state) -> shared.requests().put(name, state))
                .follows(topics.acknowledgements(), (place, alertId, note) -> acknowledge(alertId, note))
                .then(this::startWorkers);
        this.workers = open(config);
    }

    private void acknowledge(String alertId, Acknowledgement note) {
        if (note == null) {
            shared.acknowledged().remove(alertId);
        } else {
            shared.acknowledged().put(alertId, note.getRevision());
        }
    }

    /** Opens every channel, or none. */
    private List<ChannelWorker> open(DeliveryConfig configured) {
        List<Channel> opened = new ArrayList<>();
        try {
            configured.channels().forEach(channel -> opened.add(channel.open(surroundings)));
        } catch (RuntimeException e) {
            opened.forEach(Dispatcher::closeQuietly);
            throw e;
        }
        List<ChannelWorker> all = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            all.add(worker(configured.channels().get(i), opened.get(i)));
        }
        return List.copyOf(all);
    }

    private static void closeQuietly(Channel channel) {
        try {
            channel.close();
        } catch (Exception e) {
            LOG.debug("{} did not close", channel, e);
        }
    }

    private ChannelWorker worker(ChannelConfig channel, Channel opened) {
        Clock clock = surroundings.clock();
        ChannelMeters own = meters.computeIfAbsent(
                channel.type() + " " + channel.name(), key -> new ChannelMeters(metrics, channel, clock));
        return new ChannelWorker(
                channel.name(),
                opened,
                () -> new DeliveryJournal(channel.name(), topics, clients, clock),
                journal -> new ChannelSession(channel, opened, own, schedule, journal, shared, clients, topics, clock));
    }

    /**
     * Delivers to other channels by other routes from now on. What waited goes on where it stood.
     *
     * @throws communique.kit.config.InvalidConfigException where a channel's address or secret is wrong; then nothing
     *     changes
     */
    public synchronized void reload(DeliveryConfig next) {
        List<ChannelWorker> opened = open(next);
        close(workers);
        config = next;
        plan = next.plan();
        workers = opened;
        if (started) {
            opened.forEach(ChannelWorker::start);
        }
    }

    /** Topics that must be there before {@link #start()}. */
    public List<Topic<?, ?>> needs() {
        return List.of(
                topics.alerts(),
                topics.deliveries(),
                topics.deliveryAttempts(),
                topics.deliveryRequests(),
                topics.channels(),
                topics.silences(),
                topics.acknowledgements());
    }

    /** The silences, as the topic has them. */
    public Silences silences() {
        return shared.silences();
    }

    /** The channels there are, with their types. */
    public Map<String, String> channels() {
        Map<String, String> channels = new LinkedHashMap<>();
        config.channels().forEach(channel -> channels.put(channel.name(), channel.type()));
        return channels;
    }

    /** Whether a channel is in use, as far as anything was ever recorded. */
    public Optional<ChannelState> state(String channel) {
        return shared.requests().state(channel);
    }

    /** Which alert reaches which channel. */
    public RoutePlan plan() {
        return shared.plan().get();
    }

    /** Starts to deliver; returns at once. */
    @Override
    public void start() {
        feed.start();
    }

    /** The feed says so again after every trouble with the broker. */
    private synchronized void startWorkers() {
        if (!started) {
            started = true;
            workers.forEach(ChannelWorker::start);
        }
    }

    @Override
    public String name() {
        return "delivery";
    }

    /** How the workers are. Whether receivers take what they are sent is told by meters and records, not here. */
    @Override
    public Health check() {
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
        close(workers);
    }

    private static void close(List<ChannelWorker> workers) {
        workers.forEach(ChannelWorker::stop);
        Closers closers = new Closers(CLOSE_WITHIN);
        workers.forEach(worker -> closers.add("channel " + worker.name(), worker));
        closers.close();
    }
}
