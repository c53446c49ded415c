package communique.kit.kafka;

import communique.kit.http.HttpEndpoint;
import communique.kit.lifecycle.Closers;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.HealthCheck;
import communique.kit.lifecycle.Part;
import communique.kit.lifecycle.ProcessSettings;
import communique.kit.lifecycle.Service;
import communique.kit.metrics.Metrics;
import communique.schemas.Topic;
import io.javalin.config.JavalinConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;

/**
 * What every service that is a Kafka Streams application is made of: an HTTP endpoint, a gate before the start, the
 * topology, a clean stop.
 */
public final class StreamsService implements Service {
    private static final Duration FOR_THE_REST = Duration.ofSeconds(5);

    private final String name;
    private final ProcessSettings process;
    private final KafkaSettings settings;
    private final Path stateDir;
    private final int threads;
    private final Metrics metrics = new Metrics();
    private final KafkaClients clients;
    private final Closers closers;
    private final List<HealthCheck> checks = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final CountDownLatch failed = new CountDownLatch(1);
    private List<Topic<?, ?>> needed = List.of();
    private Consumer<JavalinConfig> routes = config -> {};
    private StreamsApp app;
    private HttpEndpoint endpoint;

    /**
     * An empty service.
     *
     * @param name name of the service, such as enrich; its application id and dead-letter topic carry it
     */
    public StreamsService(String name, ProcessSettings process, KafkaSettings settings, Path stateDir, int threads) {
        this.name = name;
        this.process = process;
        this.settings = settings;
        this.stateDir = stateDir;
        this.threads = threads;
        this.clients = new KafkaClients(settings, metrics);
        this.closers = new Closers(process.stopWithin());
    }

    /** Clients with the service's settings. */
    public KafkaClients clients() {
        return clients;
    }

    /** The service's meters. */
    public Metrics metrics() {
        return metrics;
    }

    /** Topics that must be there before the start. */
    public StreamsService needs(List<Topic<?, ?>> topics) {
        needed = topics;
        return this;
    }

    /** The topology to run. */
    public StreamsService runs(Function<StreamsBuilder, Topology> topology) {
        Duration closeTimeout = process.stopWithin().compareTo(FOR_THE_REST.multipliedBy(2)) > 0
                ? process.stopWithin().minus(FOR_THE_REST)
                : process.stopWithin();
        app = new StreamsApp(
                topology, StreamsApp.config(settings, name, stateDir, threads), metrics, closeTimeout, failed);
        checks.add(app);
        return this;
    }

    /** Another part that starts together with the topology and is closed before it. */
    public StreamsService also(Part part) {
        checks.add(part);
        parts.add(part);
        return this;
    }

    /** Routes of its own on the HTTP endpoint. */
    public StreamsService serves(Consumer<JavalinConfig> more) {
        routes = routes.andThen(more);
        return this;
    }

    @Override
    public void start() {
        closers.add("metrics", metrics);
        StartGate gate = new StartGate(clients, settings, needed, this::open, failed);
        checks.add(0, gate);
        endpoint = closers.add("http", new HttpEndpoint(process.host(), process.port(), checks, metrics, routes));
        endpoint.start();
        closers.add("gate", gate);
        gate.start();
    }

    private void open() {
        closers.add("streams", app);
        app.start();
        parts.forEach(part -> closers.add(part.name(), part).start());
    }

    @Override
    public Health health() {
        return checks.stream()
                .map(HealthCheck::check)
                .max(Comparator.comparing(Health::state))
                .orElseThrow();
    }

    @Override
    public int port() {
        return endpoint.port();
    }

    @Override
    public CountDownLatch failed() {
        return failed;
    }

    @Override
    public void close() {
        closers.close();
    }
}
