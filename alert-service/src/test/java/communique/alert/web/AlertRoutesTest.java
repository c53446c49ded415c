package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.alert.SampleAlerts;
import communique.alert.store.RecordStore;
import communique.kit.http.HttpEndpoint;
import communique.kit.metrics.Metrics;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real server on the loopback address, with a board that the tests fill. */
@Timeout(60)
class AlertRoutesTest {
    private static final int MAX_CLIENTS = 300;

    @TempDir
    static Path folder;

    private final RecordStore store = new RecordStore(folder);
    private final AtomicInteger dropped = new AtomicInteger();
    private final AlertBoard board = new AlertBoard(new RecentAlerts(10_000, store), dropped::incrementAndGet);
    private final Metrics metrics = new Metrics();
    private final HttpEndpoint endpoint =
            new HttpEndpoint("127.0.0.1", 0, List.of(), metrics, new AlertRoutes(board, MAX_CLIENTS)::addTo);
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Socket> sockets = new ArrayList<>();
    private long position;

    @BeforeEach
    void start() {
        board.setComplete();
        endpoint.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        board.close();
        endpoint.close();
        metrics.close();
        store.close();
    }

    @Test
    void servesThePageAndAllItNeedsFromItself() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("http://", "https://");
        for (String path : List.of("/style.css", "/app.js", "/card.js", "/words.js", "/icon.svg")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(page.body() + get("/app.js").body() + get("/card.js").body())
                    .contains(path.substring(1));
        }
    }

    @Test
    void letsTheBrowserKeepThePageUntilItChanges() throws Exception {
        HttpResponse<String> first = get("/style.css");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second =
                http.send(request("/style.css").header("If-None-Match", tag).build(), BodyHandlers.ofString());

        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(second.statusCode()).isEqualTo(304);
    }

    @Test
    void listsAlertsPageByPage() throws Exception {
        put("a", "b", "c");

        JsonNode first = json(get("/v1/alerts?limit=2"));
        JsonNode second =
                json(get("/v1/alerts?limit=2&before=" + first.get("next").asText()));

        assertThat(first.get("alerts").findValuesAsText("id")).containsExactly("c", "b");
        assertThat(first.get("position").asLong()).isEqualTo(2);
        assertThat(second.get("alerts").findValuesAsText("id")).containsExactly("a");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "many", ""})
    void refusesALimitThatIsNone(String limit) throws Exception {
        HttpResponse<String> answer = get("/v1/alerts?limit=" + limit);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("error").asText()).isEqualTo("limit is a number from 1 to 200");
    }

    @Test
    void refusesToGoOnAfterAnAlertThatIsNotThere() throws Exception {
        assertThat(get("/v1/alerts?before=unknown").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "by=IR                                  | a",
                "by=CN                                  | ''",
                "by=CN,RU                               | a",
                "about=AF&topic=trade                   | a",
                "topic=narcotics                        | ''",
                "severity=urgent                        | ''",
                "q=government%20samarin                 | a",
                "q=HARBOUR                              | a",
                "q=nothing%20like%20it                  | ''",
                "from=2026-03-04T12:00:00Z              | a",
                "from=2026-03-04T12:00:01Z              | ''",
                "to=2026-03-04T12:00:00Z                | ''"
            })
    void findsWhatIsLookedFor(String query, String found) throws Exception {
        board.put(position++, "a", SampleAlerts.joint("a").build());

        JsonNode answer = json(get("/v1/alerts?" + query));

        assertThat(String.join(",", answer.get("alerts").findValuesAsText("id")))
                .isEqualTo(found);
    }

    @Test
    void saysWhatIsWrongWithATime() throws Exception {
        HttpResponse<String> answer = get("/v1/alerts?from=yesterday");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("error").asText()).startsWith("from is a time such as");
    }

    @Test
    void countsAlertsByStateTimeAndTopic() throws Exception {
        board.put(position++, "a", SampleAlerts.joint("a").build());
        board.put(
                position++,
                "b",
                SampleAlerts.joint("b").setSpeakers(List.of("RU")).build());

        JsonNode overview = json(get("/v1/overview?bucket=hour"));

        assertThat(overview.at("/timeline/2026-03-04T12:00:00Z/RU").asInt()).isEqualTo(2);
        assertThat(overview.at("/timeline/2026-03-04T12:00:00Z/IR").asInt()).isEqualTo(1);
        assertThat(overview.at("/matrix/RU/trade").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/alerts.atom", "/alerts.rss", "/alerts.atom?by=RU"})
    void hasFeedsThatParseWhateverIsInAnAlert(String path) throws Exception {
        String text = "]]><script>&\u0000\uD800\uFFFF\u202Eabc\"'";
        board.put(position++, "hostile", SampleAlerts.hostile(text));
        board.put(position++, "a", SampleAlerts.joint("a").build());

        HttpResponse<String> answer = get(path);

        var document = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
        String entry = path.contains("atom") ? "entry" : "item";
        assertThat(document.getElementsByTagName(entry).getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().contains("xml");
    }

    @Test
    void showsAListWithoutScripts() throws Exception {
        put("a");

        HttpResponse<String> answer = get("/plain");

        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
        assertThat(answer.body()).contains("Russia and Iran on Afghanistan").doesNotContain("<script");
    }

    @Test
    void followsFromNow() throws Exception {
        put("a");
        Queue<String> events = follow(request("/events"));

        put("b");

        await().untilAsserted(() -> assertThat(events).contains("id: 1", "event: alert"));
        assertThat(events).anyMatch(line -> line.startsWith("retry: ")).doesNotContain("id: 0");
        assertThat(events).anyMatch(line -> line.startsWith("data: {\"id\":\"b\""));
    }

    @Test
    void followsFromWhereThePageWasRead() throws Exception {
        put("a", "b");

        Queue<String> events = follow(request("/events?after=0"));

        await().untilAsserted(() -> assertThat(events).contains("id: 1"));
    }

    @Test
    void followsFromWhereTheBrowserLeftOff() throws Exception {
        put("a", "b", "c");

        Queue<String> events = follow(request("/events?after=0").header("Last-Event-ID", "1"));

        await().untilAsserted(() -> assertThat(events).contains("id: 2"));
        assertThat(events).doesNotContain("id: 1");
    }

    @Test
    void noticesThatAClientIsGone() throws Exception {
        Socket client = connect();
        await().until(() -> board.clients() == 1);

        client.close();

        await().untilAsserted(() -> {
            board.heartbeat();
            assertThat(board.clients()).isZero();
        });
    }

    @Test
    void needsNoThreadPerClientAndTakesNoMoreThanItCan() throws Exception {
        connect();
        await().until(() -> board.clients() == 1);
        int before = Thread.activeCount();

        for (int i = 1; i < MAX_CLIENTS; i++) {
            connect();
        }
        await().until(() -> board.clients() == MAX_CLIENTS);
        put("a");

        assertThat(Thread.activeCount() - before).isLessThan(MAX_CLIENTS / 3);
        for (Socket socket : sockets) {
            assertThat(readUntil(socket.getInputStream(), "id: 0")).contains("200 OK", "text/event-stream", "id: 0");
        }
        assertThat(get("/events").statusCode()).isEqualTo(503);
    }

    @Test
    void dropsAClientThatDoesNotReadAndKeepsServingOthers() throws Exception {
        connect();
        Queue<String> events = follow(request("/events"));
        await().until(() -> board.clients() == 2);

        for (int i = 1; dropped.get() == 0 && i < 200_000; i++) {
            board.put(position++, "a", SampleAlerts.revision("a", i).build());
            String id = "id: " + (position - 1);
            if (i % 200 == 0) {
                await().until(() -> events.contains(id));
                events.clear();
            }
        }

        assertThat(dropped).hasValue(1);
        await().until(() -> board.clients() == 1);
        put("b");
        await().untilAsserted(() -> assertThat(events).anyMatch(line -> line.startsWith("data: {\"id\":\"b\"")));
    }

    private void put(String... ids) {
        for (String id : ids) {
            board.put(position++, id, SampleAlerts.joint(id).build());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    /** Lines of an event stream as they come. */
    private Queue<String> follow(HttpRequest.Builder request) throws Exception {
        int clients = board.clients();
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        http.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(new LineCollector(lines)));
        await().until(() -> board.clients() > clients);
        return lines;
    }

    /** A client that follows and does not read. */
    private Socket connect() throws Exception {
        Socket socket = new Socket("127.0.0.1", endpoint.port());
        sockets.add(socket);
        socket.getOutputStream().write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String readUntil(InputStream in, String end) throws Exception {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            read.append((char) in.read());
        }
        return read.toString();
    }
}
