package communique.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.GlobalOpenTelemetry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A collector that stands still for OpenTelemetry's own. */
class TracingTest {
    private static final String ENDPOINT = "otel.exporter.otlp.endpoint";
    private static final String DELAY = "otel.bsp.schedule.delay";

    private final CompletableFuture<String> reported = new CompletableFuture<>();
    private HttpServer collector;

    @BeforeEach
    void start() throws Exception {
        GlobalOpenTelemetry.resetForTest();
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            reported.complete(new String(body, StandardCharsets.ISO_8859_1));
        });
        collector.start();
        System.setProperty(
                ENDPOINT, "http://127.0.0.1:" + collector.getAddress().getPort());
        System.setProperty(DELAY, "10");
    }

    @AfterEach
    void stop() {
        collector.stop(0);
        GlobalOpenTelemetry.resetForTest();
        System.clearProperty(ENDPOINT);
        System.clearProperty(DELAY);
    }

    @Test
    void spansReachACollectorWithWhatServiceTheyAreOf() throws Exception {
        Tracing.tracer().spanBuilder("send somewhere").startSpan().end();

        assertThat(reported.get(30, TimeUnit.SECONDS)).contains("send somewhere", "service.name", "communique");
    }
}
