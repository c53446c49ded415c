package communique.system;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.AlertMain;
import communique.schemas.v1.Alert;
import communique.testkit.ClusterExtension;
import communique.testkit.Records;
import communique.testkit.TestCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The figures of docs/alerts.md. They depend on the machine, so it runs only when asked for: {@code -Dreach=true}. */
@EnabledIfSystemProperty(named = "reach", matches = "true")
@ExtendWith(ClusterExtension.class)
class ReachST {
    private static final String SECRET = "whsec_dGVzdCB0ZXN0IHRlc3QgdGVzdCB0ZXN0IHRlc3Q=";
    private static final int CLIENTS = 500;
    private static final int EVENTS = 100;
    private static final int KEPT = 10_000;
    /** The first is while the services' code is being compiled. */
    private static final List<Pace> PACES = List.of(
            new Pace("just started", 200, 24_000),
            new Pace("warm", 10, 1_000),
            new Pace("warm", 50, 4_000),
            new Pace("warm", 200, 12_000));

    private static final Pattern LIVE = Pattern.compile("data: \\{\"id\":\"(live-\\d+)\"");
    private static final Pattern LOADED = Pattern.compile("(?:href|src)=\"(/[a-z]+\\.(?:css|js|svg))\"");
    private static final Pattern IMPORTED = Pattern.compile("from \"\\./([a-z]+\\.js)\"");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    private record Pace(String when, int perSecond, int count) {}

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void alertsOfAnArticleSoonAfterItIsPublished(TestCluster cluster) throws Exception {
        Newsroom newsroom = new Newsroom(1);
        try (Deployment deployment = Deployment.start(cluster, folder);
                Consumer<String, Alert> consumer =
                        cluster.clients().consumer(cluster.topics().alerts(), "reach")) {
            consumer.subscribe(List.of(cluster.topics().alerts().name()));
            for (Pace pace : PACES) {
                Timings timings = alertTimes(deployment, consumer, newsroom, pace);
                System.out.println("REACH article pushed to alert record, " + pace.when() + ", " + pace.perSecond()
                        + "/s: " + timings.summary());
                assertThat(timings.count()).isEqualTo(pace.count());
            }
        }
    }

    @Test
    void tellsAWebhookSoonAfterTheRecord(TestCluster cluster) throws Exception {
        Map<String, Long> written = new ConcurrentHashMap<>();
        List<String> ids = IntStream.range(0, 1_200).mapToObj(i -> "quick-" + i).toList();
        try (FlakyReceiver receiver = new FlakyReceiver(0, 0);
                ServiceProcess service = service(cluster, receiver).start();
                Producer<String, Alert> producer =
                        cluster.clients().producer(cluster.topics().alerts())) {
            paced(20, ids, id -> {
                write(cluster, producer, id);
                written.put("msg_" + id + "_1", System.nanoTime());
            });
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> receiver.distinct() == ids.size());
            Timings timings = new Timings();
            ids.subList(200, ids.size()).stream()
                    .map(id -> "msg_" + id + "_1")
                    .forEach(id -> timings.add(written.get(id), receiver.seen().get(id)));
            System.out.println("REACH alert record to first byte at a webhook, 20/s: " + timings.summary());
            assertThat(service.threads()).isPositive();
            assertThat(timings.count()).isEqualTo(1_000);
        }
    }

    @Test
    void tellsManyLiveClientsWithoutAThreadForEach(TestCluster cluster) throws Exception {
        Map<String, Long> written = new ConcurrentHashMap<>();
        Timings timings = new Timings();
        try (FlakyReceiver receiver = new FlakyReceiver(0, 0);
                ServiceProcess service = service(cluster, receiver).start();
                Producer<String, Alert> producer =
                        cluster.clients().producer(cluster.topics().alerts())) {
            int before = service.threads();
            for (int i = 0; i < CLIENTS; i++) {
                http.sendAsync(HttpRequest.newBuilder(service.at("/events")).build(), BodyHandlers.ofLines())
                        .thenAcceptAsync(
                                answer -> answer.body().forEach(line -> {
                                    Matcher event = LIVE.matcher(line);
                                    if (event.find()) {
                                        timings.add(written.get(event.group(1)), System.nanoTime());
                                    }
                                }),
                                task -> {
                                    Thread thread = new Thread(task);
                                    thread.setDaemon(true);
                                    thread.start();
                                });
            }
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> clients(service) == CLIENTS);
            int during = service.threads();
            paced(5, IntStream.range(0, EVENTS).mapToObj(i -> "live-" + i).toList(), id -> {
                written.put(id, System.nanoTime());
                write(cluster, producer, id);
            });
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> timings.count() == CLIENTS * EVENTS);
            System.out.println("REACH alert written to event at " + CLIENTS + " live clients, 5/s: " + timings.summary()
                    + "; threads " + before + " without, " + during + " with them");
            // The server's own pool grows while all of them connect at once.
            assertThat(during - before).isLessThan(CLIENTS / 4);
        }
    }

    @Test
    void showsAFirstViewOfTenThousandAlerts(TestCluster cluster) throws Exception {
        Newsroom.publishAlerts(cluster, "kept-", KEPT);
        try (FlakyReceiver receiver = new FlakyReceiver(0, 0);
                ServiceProcess service = service(cluster, receiver).start()) {
            Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> receiver.distinct() >= KEPT);
            load(service);
            long begin = System.nanoTime();
            int bytes = load(service);
            System.out.println("REACH first view with " + KEPT + " alerts kept: " + bytes / 1000 + " kB, "
                    + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) + " ms to load");
            assertThat(bytes).isLessThan(300_000);
        }
    }

    /** Loads what a browser loads, one after the other; returns how many bytes went over the wire. */
    private int load(ServiceProcess service) throws Exception {
        String page = new String(get(service.at("/"), "identity"));
        int bytes = get(service.at("/"), "gzip").length + get(service.at("/v1/alerts?limit=50"), "gzip").length;
        for (String path : LOADED.matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList()) {
            bytes += get(service.at(path), "gzip").length;
        }
        String script = new String(get(service.at("/app.js"), "identity"));
        for (String path : IMPORTED.matcher(script)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList()) {
            bytes += get(service.at("/" + path), "gzip").length;
        }
        return bytes;
    }

    private byte[] get(URI address, String encoding) throws Exception {
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(address)
                        .header("Accept-Encoding", encoding)
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private int clients(ServiceProcess service) throws Exception {
        Matcher count = Pattern.compile("communique_alert_web_clients (\\d+)")
                .matcher(new String(get(service.at("/metrics"), "identity")));
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    private static void write(TestCluster cluster, Producer<String, Alert> producer, String id) {
        try {
            producer.send(new ProducerRecord<>(
                            cluster.topics().alerts().name(),
                            id,
                            Records.alert(id, "article-" + id).build()))
                    .get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** From the moment each article is pushed to the moment its alert is read; returns when all were. */
    private Timings alertTimes(Deployment deployment, Consumer<String, Alert> consumer, Newsroom newsroom, Pace pace) {
        Map<String, Long> pushed = new ConcurrentHashMap<>();
        Timings timings = new Timings();
        List<Map<String, String>> articles = newsroom.articles(pace.count());
        Thread pushing = new Thread(() -> paced(pace.perSecond(), articles, article -> {
            pushed.put(article.get("url"), System.nanoTime());
            push(deployment.ingest(), article);
        }));
        pushing.start();
        while (timings.count() < pace.count()) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                Long begin =
                        pushed.get(record.value().getSources().get(0).getUrl().orElse(""));
                if (begin != null) {
                    timings.add(begin, System.nanoTime());
                }
            }
        }
        return timings;
    }

    /**
     * Does not wait for the answer; asks again where there is none, as when the server has just closed the connection.
     */
    private CompletableFuture<HttpResponse<Void>> push(ServiceProcess ingest, Map<String, String> article) {
        HttpRequest request = HttpRequest.newBuilder(ingest.at("/v1/articles"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Newsroom.json(article)))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .exceptionallyCompose(failure -> push(ingest, article));
    }

    /** Does something with each, so often a second. */
    private static <T> void paced(int perSecond, List<T> items, java.util.function.Consumer<T> task) {
        long begin = System.nanoTime();
        for (int i = 0; i < items.size(); i++) {
            long due = begin + i * (1_000_000_000L / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            task.accept(items.get(i));
        }
    }

    private ServiceProcess service(TestCluster cluster, FlakyReceiver receiver) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        Path channels = Files.writeString(
                folder.resolve("channels.yaml"),
                "channels:\n  - {name: hook, type: webhook, url: '" + receiver.url() + "', secret_file: " + secret
                        + ", allow_private: true}\n");
        Map<String, String> config = new HashMap<>(cluster.configuration());
        config.put("alert.state.dir", folder.resolve("alert").toString());
        config.put("alert.delivery.channels", channels.toString());
        return new ServiceProcess(AlertMain.class, config, folder);
    }
}
