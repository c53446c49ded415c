package communique.alert.web;

import communique.alert.delivery.Dispatcher;
import communique.alert.delivery.KnownAlerts;
import communique.alert.desk.Desk;
import communique.alert.feed.TopicFeed;
import communique.alert.ledger.Ledger;
import communique.alert.store.RecordStore;
import communique.alert.view.AlertJson;
import communique.kit.kafka.KafkaClients;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.Part;
import communique.kit.metrics.Metrics;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.schemas.v1.Alert;
import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The page and its API: {@code /} and what it needs, {@code /plain} for browsers without scripts, {@code /events} as
 * server-sent events, feeds, and everything under {@code /v1} as JSON; see {@code /openapi.json}.
 */
public final class AlertPage implements Part, KnownAlerts {
    private static final int HEARTBEAT_SECONDS = 15;

    private final WebConfig config;
    private final Topics topics;
    private final AlertBoard board;
    private final RecordStore store;
    private final Ledger ledger;
    private final TopicFeed feed;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "alert-page-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A page that reads nothing yet.
     *
     * @param folder where it keeps what it shows; emptied by every start
     */
    public AlertPage(WebConfig config, Path folder, KafkaClients clients, Topics topics, Metrics metrics) {
        this.config = config;
        this.topics = topics;
        this.store = new RecordStore(folder);
        this.ledger = new Ledger(store);
        Counter dropped = metrics.counter(WebMeter.DROPPED);
        this.board = new AlertBoard(new RecentAlerts(config.kept(), store), dropped::increment);
        this.feed = new TopicFeed("page", clients)
                .follows(topics.alerts(), (place, id, alert) -> board.put(place.offset(), id, alert))
                .follows(topics.decisions(), (place, key, decision) -> ledger.put(place.time(), decision))
                .follows(topics.deliveries(), (place, key, delivery) -> ledger.put(place.time(), key, delivery))
                .follows(topics.deliveryAttempts(), (place, key, attempt) -> ledger.put(place.time(), attempt))
                .follows(topics.acknowledgements(), (place, id, note) -> ledger.put(place.time(), id, note))
                .follows(topics.sources(), (place, id, source) -> ledger.put(place.time(), id, source))
                .then(board::setComplete);
        gauge(metrics, WebMeter.KEPT, board::size);
        gauge(metrics, WebMeter.CLIENTS, board::clients);
    }

    private static void gauge(Metrics metrics, WebMeter meter, Supplier<Number> value) {
        Gauge.builder(meter.meterName(), value).description(meter.doc()).register(metrics.registry());
    }

    /** Adds the routes that only read alerts to the service's endpoint. */
    public void routes(JavalinConfig javalin) {
        new AlertRoutes(board, config.clients()).addTo(javalin);
    }

    /**
     * Adds all routes to the service's endpoint.
     *
     * @param reload reads rules and channels again; throws where a file is wrong
     */
    public void routes(JavalinConfig javalin, Dispatcher dispatcher, Desk desk, Runnable reload, Clock clock) {
        routes(javalin);
        new LedgerRoutes(ledger, board, dispatcher, clock).addTo(javalin);
        new DeskRoutes(new Access(config.token()), desk, board, ledger, dispatcher, reload, clock).addTo(javalin);
    }

    @Override
    public List<Alert> ofStory(String storyId) {
        return board.ofStory(storyId);
    }

    @Override
    public Optional<String> headline(String alertId) {
        return board.find(alertId).map(AlertJson::headline);
    }

    /** Topics that must be there before {@link #start()}. */
    public List<Topic<?, ?>> needs() {
        return List.of(
                topics.alerts(),
                topics.decisions(),
                topics.deliveries(),
                topics.deliveryAttempts(),
                topics.acknowledgements(),
                topics.sources());
    }

    /** Starts to read and to follow; returns at once. */
    @SuppressWarnings("FutureReturnValueIgnored") // The heart beats until the page is closed, and cannot fail.
    @Override
    public void start() {
        feed.start();
        heart.scheduleAtFixedRate(board::heartbeat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public String name() {
        return "page";
    }

    @Override
    public Health check() {
        return feed.check();
    }

    @Override
    public void close() {
        heart.shutdownNow();
        board.close();
        feed.close();
        store.close();
    }
}
