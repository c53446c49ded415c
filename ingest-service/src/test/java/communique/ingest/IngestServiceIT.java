package communique.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import communique.ingest.archive.IngestReport;
import communique.ingest.publish.PublishException;
import communique.kit.lifecycle.Health.State;
import communique.schemas.v1.Origin;
import communique.schemas.v1.RawArticle;
import communique.schemas.v1.SourceState;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a real broker and registry. */
@ExtendWith(ClusterExtension.class)
class IngestServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String FEED = "<rss version='2.0'><channel><title>T</title><link>https://mill.example/</link>"
            + "<description>D</description><item><title>Mill turns</title><link>https://mill.example/1</link>"
            + "<description>It turns.</description></item></channel></rss>";

    private final HttpClient client = HttpClient.newHttpClient();
    private final MockWebServer server = new MockWebServer();
    private final List<IngestService> services = new ArrayList<>();

    @TempDir
    private Path folder;

    @TempDir
    private Path settings;

    private TestCluster cluster;

    @BeforeEach
    void start(TestCluster testCluster) throws IOException {
        cluster = testCluster;
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        services.forEach(IngestService::close);
        server.close();
    }

    @Test
    void takesInAFolderOnceAlsoAfterARestart() throws Exception {
        write("bridge.txt", "The bridge over the gorge is open again, the council says.");
        write(
                "news.jsonl",
                "{\"url\":\"https://valley.example/ferry\",\"title\":\"Ferry\",\"text\":\"It runs again.\"}\n");

        IngestService service = ready(Map.of());
        IngestReport first = service.ingest(folder);
        IngestReport again = service.ingest(folder);
        service.close();
        IngestReport restarted = ready(Map.of()).ingest(folder);

        assertThat(first.accepted()).hasSize(2);
        assertThat(again.duplicates()).isEqualTo(first.accepted());
        assertThat(restarted.duplicates()).isEqualTo(first.accepted());
        assertThat(articles(first.accepted())).hasSize(2).allSatisfy(record -> {
            assertThat(record.value().getOrigin()).isEqualTo(Origin.FILE);
            assertThat(record.key()).isEqualTo(record.value().getId());
            assertThat(header(record, "ce_type")).isEqualTo("communique.article.received.v1");
            assertThat(header(record, "ce_source")).isEqualTo("/communique/ingest");
        });
    }

    @Test
    void sendsAChangedArticleAgainUnderItsId() throws Exception {
        IngestService service = ready(Map.of());
        write("news.jsonl", "{\"url\":\"https://valley.example/road\",\"text\":\"The road is open.\"}");
        String id = service.ingest(folder).accepted().get(0);

        write("news.jsonl", "{\"url\":\"https://valley.example/road\",\"text\":\"The road is closed.\"}");

        assertThat(service.ingest(folder).accepted()).containsExactly(id);
        assertThat(articles(List.of(id)))
                .extracting(record -> record.value().getText())
                .containsExactly("The road is open.", "The road is closed.");
    }

    @Test
    void putsWhatItCannotProcessAsideAndTakesTheNext() throws Exception {
        write("1.jsonl", "{\"text\": \"cut o\n{\"url\":\"https://valley.example/next\",\"text\":\"The next one.\"}\n");
        Files.write(folder.resolve("2.txt"), new byte[] {0, 1, 2, 3});

        IngestReport report = ready(Map.of()).ingest(folder);

        assertThat(report.accepted()).hasSize(1);
        assertThat(report.rejected()).hasSize(2);
        List<ConsumerRecord<byte[], byte[]>> letters =
                cluster.readBytes(cluster.topics().deadLetters("ingest"), 2);
        assertThat(letters)
                .extracting(letter -> new String(letter.key(), UTF_8))
                .containsExactly("1.jsonl:1", "2.txt");
        assertThat(letters.get(0).value()).isEqualTo("{\"text\": \"cut o".getBytes(UTF_8));
        assertThat(header(letters.get(0), "__streams.errors.exception")).isEqualTo("BROKEN_JSON");
        assertThat(header(letters.get(1), "__streams.errors.exception")).isEqualTo("BINARY");
    }

    @Test
    void pollsAFeedAndGoesOnWhereItStopped() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(String.valueOf(request.getHeaders().get("If-None-Match")));
                return "\"v1\"".equals(request.getHeaders().get("If-None-Match"))
                        ? new MockResponse.Builder().code(304).build()
                        : new MockResponse.Builder()
                                .addHeader("ETag", "\"v1\"")
                                .body(FEED)
                                .build();
            }
        });
        Map<String, String> feeds = Map.of("ingest.sources", sources("mill"), "ingest.fetch.allow", "127.0.0.0/8");

        IngestService service = ready(feeds);
        cluster.readUntil(cluster.topics().sources(), records -> isPolled(records, "mill"));
        service.close();
        int polls = asked.size();
        ready(feeds);
        await().atMost(PATIENCE).until(() -> asked.size() > polls);

        assertThat(asked).startsWith("null", "\"v1\"").containsOnlyOnce("null");
        assertThat(cluster.readAll(cluster.topics().articlesRaw()))
                .extracting(record -> record.value().getUrl().orElse(""))
                .containsOnlyOnce("https://mill.example/1");
    }

    @Test
    void takesPushesAndKnowsWhatAnotherInstanceTook() throws Exception {
        IngestService one = ready(Map.of());
        IngestService other = ready(Map.of());
        String article = "{\"url\":\"https://valley.example/pushed\",\"text\":\"Somebody pushed this.\"}";

        assertThat(push(one, article).body()).contains("\"accepted\"");
        await().atMost(PATIENCE).until(() -> seen(other).equals(seen(one)));

        assertThat(push(other, article).body()).contains("\"duplicate\"");
        assertThat(idsAt("https://valley.example/pushed")).hasSize(1);
    }

    @Test
    void sharesTheSourcesAmongInstancesAndTakesOverFromOneThatEnds() throws Exception {
        Map<String, Integer> polls = new ConcurrentHashMap<>();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                polls.merge(request.getTarget(), 1, Integer::sum);
                return new MockResponse.Builder().code(304).build();
            }
        });
        Map<String, String> feeds = Map.of(
                "ingest.sources",
                sharedSources(12),
                "ingest.fetch.allow",
                "127.0.0.0/8",
                "ingest.fetch.host.pause",
                "1ms");

        IngestService one = ready(feeds);
        int all = shares(one);
        IngestService other = ready(feeds);
        await().atMost(PATIENCE).until(() -> shares(one) > 0 && shares(other) > 0);
        assertThat(shares(one) + shares(other)).isEqualTo(all);
        await().atMost(PATIENCE).until(() -> polls.size() == 12);

        other.close();

        await().atMost(PATIENCE).until(() -> shares(one) == all);
        polls.clear();
        await().atMost(PATIENCE).until(() -> polls.size() == 12);
    }

    private int shares(IngestService service) throws Exception {
        String line = metric(service, "communique_ingest_shares ");
        return (int) Double.parseDouble(line.substring(line.indexOf(' ') + 1));
    }

    private String sharedSources(int count) throws IOException {
        StringBuilder yaml = new StringBuilder("sources:\n");
        for (int i = 0; i < count; i++) {
            yaml.append("  - {id: shared-")
                    .append(i)
                    .append(", url: '")
                    .append("http://127.0.0.1:")
                    .append(server.getPort())
                    .append("/shared/")
                    .append(i);
            yaml.append("', poll: 1s}\n");
        }
        return Files.writeString(settings.resolve("shared.yaml"), yaml).toString();
    }

    @Test
    void isNotReadyBeforeTopicsAreThereAndSaysSo() throws Exception {
        IngestService service = service(Map.of("topics.prefix", "nobody.made.these"));
        service.start();

        await().atMost(PATIENCE).until(() -> service.health().detail().contains("waiting for topics"));
        assertThat(get(service, "/readyz").statusCode()).isEqualTo(503);
        assertThat(get(service, "/livez").statusCode()).isEqualTo(200);
        assertThat(push(service, "{\"text\":\"Too early.\"}").statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> service.ingest(folder)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void startsBeforeTheBrokersNameIsKnown() {
        IngestService service = service(Map.of("kafka.bootstrap.servers", "broker.invalid:9092"));

        service.start();

        await().atMost(PATIENCE).until(() -> service.health().detail().contains("waiting for the broker"));
        assertThat(service.health().state()).isEqualTo(State.WAITING);
    }

    @Test
    void failsWhereKafkaDoesNotTakeAnArticle() throws IOException {
        write("large.txt", "A long story. ".repeat(1000));
        IngestService service = ready(Map.of("kafka.producer.max.request.size", "2000"));

        assertThatThrownBy(() -> service.ingest(folder)).isInstanceOf(PublishException.class);
    }

    @Test
    void showsItsMetersAndKafkas() throws Exception {
        IngestService service = ready(Map.of());
        push(service, "{\"url\":\"https://valley.example/metered\",\"text\":\"Count this.\"}");

        String metrics = get(service, "/metrics").body();

        assertThat(metrics)
                .contains("communique_ingest_articles_total{result=\"accepted\",way=\"push\"} 1.0")
                .contains("kafka_producer_record_send_total")
                .contains("kafka_consumer_");
    }

    @Test
    void closesInTimeWithASlowFeed() throws Exception {
        server.enqueue(
                new MockResponse.Builder().headersDelay(60, TimeUnit.SECONDS).build());
        IngestService service = ready(Map.of("ingest.sources", sources("slow"), "ingest.fetch.allow", "127.0.0.0/8"));
        server.takeRequest(30, TimeUnit.SECONDS);

        long started = System.nanoTime();
        service.close();
        service.close();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(15));
    }

    private IngestService ready(Map<String, String> values) {
        IngestService service = service(values);
        service.start();
        await().atMost(PATIENCE).until(() -> service.health().state() == State.READY);
        return service;
    }

    private IngestService service(Map<String, String> values) {
        IngestService service = Services.of(cluster, values);
        services.add(service);
        return service;
    }

    private List<ConsumerRecord<String, RawArticle>> articles(List<String> ids) {
        return cluster.readAll(cluster.topics().articlesRaw()).stream()
                .filter(record -> ids.contains(record.key()))
                .toList();
    }

    private List<String> idsAt(String url) {
        return cluster.readAll(cluster.topics().articlesRaw()).stream()
                .filter(record -> record.value().getUrl().equals(Optional.of(url)))
                .map(ConsumerRecord::key)
                .toList();
    }

    private String sources(String id) throws IOException {
        String yaml = "sources: [{id: " + id + ", url: 'http://127.0.0.1:" + server.getPort() + "/', poll: 1s}]";
        return Files.writeString(settings.resolve(id + ".yaml"), yaml).toString();
    }

    private static boolean isPolled(List<ConsumerRecord<String, SourceState>> records, String id) {
        return records.stream().anyMatch(record -> record.key().equals(id));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String seen(IngestService service) throws Exception {
        return metric(service, "communique_ingest_seen ");
    }

    private String metric(IngestService service, String name) throws Exception {
        return get(service, "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> push(IngestService service, String json) throws Exception {
        return send(HttpRequest.newBuilder(uri(service, "/v1/articles"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpResponse<String> get(IngestService service, String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(service, path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(IngestService service, String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
