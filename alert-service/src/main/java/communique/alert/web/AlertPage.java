package communique.alert.web;

import communique.alert.feed.TopicFeed;
import communique.alert.view.AlertJson;
import communique.kit.kafka.KafkaClients;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.Part;
import communique.kit.metrics.Metrics;
import communique.schemas.Topic;
import communique.schemas.Topics;
import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The page and its API: {@code /} and what it needs, {@code /plain} for browsers without scripts, {@code /events} as
 * server-sent events, {@code /v1/alerts} and {@code /v1/alerts/<id>} as JSON.
 */
public final class AlertPage implements Part {
    private static final int HEARTBEAT_SECONDS = 15;

    private final WebConfig config;
    private final Topics topics;
    private final AlertBoard board;
    private final TopicFeed feed;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "alert-page-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    /** A page that reads nothing yet. */
    public AlertPage(WebConfig config, KafkaClients clients, Topics topics, Metrics metrics) {
        this.config = config;
        this.topics = topics;
        Counter dropped = metrics.counter(WebMeter.DROPPED);
        this.board = new AlertBoard(new RecentAlerts(config.kept()), dropped::increment);
        this.feed = new TopicFeed("page", clients)
                .follows(topics.alerts(), board::put)
                .then(board::setComplete);
        gauge(metrics, WebMeter.KEPT, board::size);
        gauge(metrics, WebMeter.CLIENTS, board::clients);
    }

    private static void gauge(Metrics metrics, WebMeter meter, Supplier<Number> value) {
        Gauge.builder(meter.meterName(), value).description(meter.doc()).register(metrics.registry());
    }

    /** Adds the page's routes to the service's endpoint. */
    public void routes(JavalinConfig javalin) {
        new AlertRoutes(board, config.clients()).addTo(javalin);
    }

    /** The headline of an alert, where it is still kept. */
    public Optional<String> headline(String alertId) {
        return board.find(alertId).map(AlertJson::headline);
    }

    /** Topics that must be there before {@link #start()}. */
    public List<Topic<?, ?>> needs() {
        return List.of(topics.alerts());
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
    }
}
