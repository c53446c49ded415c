package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import communique.alert.SampleAlerts;
import communique.kit.http.HttpEndpoint;
import communique.kit.lifecycle.Health;
import communique.kit.metrics.Metrics;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page on a real topic. The alerts of all tests are on it. */
@ExtendWith(ClusterExtension.class)
class WebIT {
    private final Metrics metrics = new Metrics();
    private final HttpClient http = HttpClient.newHttpClient();
    private AlertPage page;
    private HttpEndpoint endpoint;

    @BeforeEach
    void open(TestCluster cluster) {
        page = new AlertPage(new WebConfig(100, 10), cluster.clients(), cluster.topics(), metrics);
        endpoint = new HttpEndpoint("127.0.0.1", 0, List.of(page), metrics, page::routes);
        endpoint.start();
    }

    @AfterEach
    void close() {
        page.close();
        endpoint.close();
        metrics.close();
    }

    @Test
    void showsWhatIsOnTheTopicAndThenWhatComes(TestCluster cluster) throws Exception {
        cluster.send(
                cluster.topics().alerts(), "past", SampleAlerts.joint("past").build());
        assertThat(page.check().state()).isEqualTo(Health.State.WAITING);

        page.start();
        await().until(() -> page.check().state() == Health.State.READY);
        Queue<String> events = follow("/events");
        cluster.send(
                cluster.topics().alerts(),
                "past",
                SampleAlerts.revision("past", 2).build());

        await().untilAsserted(() ->
                assertThat(events).anyMatch(line -> line.startsWith("data: {\"id\":\"past\",\"revision\":2,")));
        assertThat(get("/v1/alerts/past")).contains("\"revision\":2");
        assertThat(get("/readyz")).contains("\"page\"");
        assertThat(metrics.scrape()).contains("communique_alert_web_clients 1.0");
    }

    @Test
    void passesOverWhatIsNoAlert(TestCluster cluster) {
        byte[] key = "x".getBytes(StandardCharsets.UTF_8);
        cluster.sendBytes(cluster.topics().alerts(), key, new byte[] {1, 2, 3});
        cluster.sendBytes(cluster.topics().alerts(), key, null);
        cluster.send(
                cluster.topics().alerts(), "sound", SampleAlerts.joint("sound").build());

        page.start();

        await().untilAsserted(() -> assertThat(get("/v1/alerts/sound")).contains("\"revision\":1"));
    }

    private String get(String path) throws Exception {
        return http.send(request(path), BodyHandlers.ofString()).body();
    }

    private Queue<String> follow(String path) throws Exception {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        http.sendAsync(request(path), BodyHandlers.fromLineSubscriber(new LineCollector(lines)));
        await().until(() -> metrics.scrape().contains("communique_alert_web_clients 1.0"));
        return lines;
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                .build();
    }
}
