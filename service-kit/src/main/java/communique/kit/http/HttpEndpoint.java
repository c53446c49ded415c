package communique.kit.http;

import communique.kit.config.InvalidConfigException;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.Health.State;
import communique.kit.lifecycle.HealthCheck;
import communique.kit.metrics.Metrics;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A service's HTTP endpoint. {@code /livez} fails only when a part is dead and a restart would help; {@code /readyz}
 * fails while any part waits and tells which one is behind with its work; {@code /startupz} fails until it was ready
 * once; {@code /metrics} is Prometheus text, with whether it is ready in {@code communique_ready}.
 */
public final class HttpEndpoint implements AutoCloseable {
    private final Javalin server;
    private final String host;
    private final int port;
    private final AtomicBoolean started = new AtomicBoolean();

    /**
     * An endpoint that is not listening yet.
     *
     * @param host address to bind
     * @param port port to bind, 0 for any free one
     * @param checks the parts asked for their health
     * @param metrics what {@code /metrics} shows
     * @param routes adds the service's own routes
     */
    public HttpEndpoint(
            String host, int port, List<HealthCheck> checks, Metrics metrics, Consumer<JavalinConfig> routes) {
        this.host = host;
        this.port = port;
        metrics.watchReady(() -> worst(checks.stream().map(HealthCheck::check)).works());
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.prefer405over404 = true;
            config.routes.get("/livez", context -> answer(context, checks, worst -> worst.state() != State.DEAD));
            config.routes.get("/readyz", context -> answer(context, checks, Health::works));
            config.routes.get("/startupz", context -> answer(context, checks, this::hasStarted));
            config.routes.get(
                    "/metrics",
                    context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                            .result(metrics.scrape()));
            routes.accept(config);
        });
    }

    /** Starts to listen. */
    public void start() {
        try {
            server.start(host, port);
        } catch (JavalinBindException e) {
            throw new InvalidConfigException("http.port", host + ":" + port + " cannot be listened on; is it taken?");
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private boolean hasStarted(Health worst) {
        if (worst.works()) {
            started.set(true);
        }
        return started.get();
    }

    private static Health worst(Stream<Health> parts) {
        return parts.max(Comparator.comparing(Health::state)).orElse(Health.ready("nothing to check"));
    }

    private static void answer(Context context, List<HealthCheck> checks, Predicate<Health> passes) {
        Map<String, Object> parts = new LinkedHashMap<>();
        List<Health> found = new ArrayList<>();
        for (HealthCheck check : checks) {
            Health health = check.check();
            found.add(health);
            parts.put(check.name(), Map.of("state", health.state(), "detail", health.detail()));
        }
        boolean fine = passes.test(worst(found.stream()));
        context.status(fine ? 200 : 503).json(Map.of("ok", fine, "parts", parts));
    }
}
