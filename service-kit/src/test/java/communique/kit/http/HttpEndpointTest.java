package communique.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import communique.kit.config.InvalidConfigException;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.HealthCheck;
import communique.kit.metrics.Metrics;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {
    private final AtomicReference<Health> streams = new AtomicReference<>(Health.ready("running"));
    private final Metrics metrics = new Metrics();
    private final HttpEndpoint endpoint = new HttpEndpoint(
            "127.0.0.1",
            0,
            List.of(check("streams", streams), check("gate", new AtomicReference<>(Health.ready("open")))),
            metrics,
            config -> config.routes.get("/hello", context -> context.result("hi")));

    @BeforeEach
    void start() {
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.close();
        metrics.close();
    }

    @Test
    void isAliveAndReadyWhereEveryPartIs() throws Exception {
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get("/readyz");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.headers().firstValue("content-type")).contains("application/json");
        assertThat(ready.body())
                .contains("\"ok\":true")
                .contains("\"streams\":{")
                .contains("\"state\":\"READY\"")
                .contains("\"detail\":\"running\"");
    }

    @Test
    void isAliveAndNotReadyWhileAPartWaits() throws Exception {
        streams.set(Health.waiting("waiting for the broker at x:1"));

        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").body())
                .contains("\"ok\":false")
                .contains("\"state\":\"WAITING\"")
                .contains("waiting for the broker at x:1");
    }

    @Test
    void isReadyAndSaysSoWhileAPartIsBehind() throws Exception {
        streams.set(Health.degraded("running, 20000 records behind"));

        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").body()).contains("\"state\":\"DEGRADED\"").contains("running, 20000 records behind");
    }

    @Test
    void isNeitherWhereAPartIsDead() throws Exception {
        streams.set(Health.dead("failed: a bug"));

        assertThat(get("/livez").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/livez").body()).contains("\"state\":\"DEAD\"").contains("failed: a bug");
    }

    @Test
    void hasStartedOnceItWasReady() throws Exception {
        streams.set(Health.waiting("waiting for topics"));
        assertThat(get("/startupz").statusCode()).isEqualTo(503);
        streams.set(Health.ready("running"));
        assertThat(get("/startupz").statusCode()).isEqualTo(200);

        streams.set(Health.waiting("waiting for the broker"));

        assertThat(get("/startupz").statusCode()).isEqualTo(200);
    }

    @Test
    void showsMetricsAsPrometheusText() throws Exception {
        metrics.registry().counter("communique.test.things").increment();

        HttpResponse<String> response = get("/metrics");

        assertThat(response.headers().firstValue("content-type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body()).contains("communique_test_things_total 1.0").contains("jvm_memory_used_bytes");
    }

    @Test
    void countsAsReadyInMetricsWhileItIsReady() throws Exception {
        assertThat(get("/metrics").body()).contains("communique_ready 1.0");
        streams.set(Health.degraded("running, 20000 records behind"));
        assertThat(get("/metrics").body()).contains("communique_ready 1.0");

        streams.set(Health.waiting("waiting for the broker at x:1"));
        assertThat(get("/metrics").body()).contains("communique_ready 0.0");
        streams.set(Health.dead("failed: a bug"));
        assertThat(get("/metrics").body()).contains("communique_ready 0.0");
    }

    @Test
    void servesTheRoutesOfTheService() throws Exception {
        assertThat(get("/hello").body()).isEqualTo("hi");
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesOtherMethods() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(uri("/readyz"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(send(post).statusCode()).isEqualTo(405);
    }

    @Test
    void listensNoMoreOnceItIsClosed() {
        URI uri = uri("/livez");

        endpoint.close();

        Assertions.assertThatThrownBy(() -> send(HttpRequest.newBuilder(uri).build()))
                .isInstanceOf(ConnectException.class);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    @Test
    void namesThePortThatIsTaken() {
        try (HttpEndpoint second = new HttpEndpoint("127.0.0.1", endpoint.port(), List.of(), metrics, config -> {})) {
            Assertions.assertThatThrownBy(second::start)
                    .isInstanceOf(InvalidConfigException.class)
                    .hasMessageContaining("http.port: 127.0.0.1:" + endpoint.port());
        }
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + endpoint.port() + path);
    }

    private static HealthCheck check(String name, AtomicReference<Health> health) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Health check() {
                return health.get();
            }
        };
    }
}
