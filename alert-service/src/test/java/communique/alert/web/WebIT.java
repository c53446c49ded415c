package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import communique.alert.SampleAlerts;
import communique.alert.delivery.DeliveryConfig;
import communique.alert.delivery.Dispatcher;
import communique.alert.delivery.channel.Surroundings;
import communique.alert.delivery.channel.Wanted;
import communique.alert.delivery.console.ConsoleConfig;
import communique.alert.desk.Desk;
import communique.alert.feed.TopicWriter;
import communique.alert.view.PageLink;
import communique.kit.config.Placeholders;
import communique.kit.http.HttpEndpoint;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.lifecycle.Health;
import communique.kit.metrics.Metrics;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.Decision;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;
import communique.schemas.v1.Outcome;
import communique.schemas.v1.SourceState;
import communique.testkit.ClusterExtension;
import communique.testkit.Records;
import communique.testkit.TestCluster;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on a real topic. The alerts of all tests are on it. */
@ExtendWith(ClusterExtension.class)
class WebIT {
    @TempDir
    static Path folder;

    private final Metrics metrics = new Metrics();
    private final HttpClient http = HttpClient.newHttpClient();
    private static final String TOKEN = "s3cret-token";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicInteger reloads = new AtomicInteger();
    private AlertPage page;
    private Dispatcher dispatcher;
    private Desk desk;
    private HttpEndpoint endpoint;

    @BeforeEach
    void open(TestCluster cluster) {
        Clock clock = Clock.systemUTC();
        page = new AlertPage(
                new WebConfig(100, 10, Optional.of(TOKEN), PageLink.NONE),
                folder,
                cluster.clients(),
                cluster.topics(),
                metrics);
        dispatcher = new Dispatcher(
                new DeliveryConfig(
                        List.of(new ConsoleConfig("desk", Wanted.ALL, false)), List.of(Duration.ofMillis(100))),
                cluster.clients(),
                cluster.topics(),
                metrics,
                new Surroundings(
                        new Placeholders(Map.of()), new PrintStream(printed, true, StandardCharsets.UTF_8), clock),
                page);
        desk = new Desk(cluster.topics(), new TopicWriter(cluster.clients(), clock), clock);
        endpoint = new HttpEndpoint(
                "127.0.0.1",
                0,
                List.of(page, dispatcher),
                metrics,
                javalin -> page.routes(javalin, dispatcher, desk, () -> reloads.incrementAndGet(), clock));
        endpoint.start();
    }

    @AfterEach
    void close() {
        page.close();
        dispatcher.close();
        desk.close();
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

    @Test
    void keepsWhatPeopleDo(TestCluster cluster) throws Exception {
        cluster.send(
                cluster.topics().alerts(), "noted", SampleAlerts.joint("noted").build());
        page.start();
        dispatcher.start();
        await().until(() -> get("/v1/deliveries?alert=noted").contains("DELIVERED"));

        assertThat(change("POST", "/v1/alerts/noted/acknowledgement", "{\"user\":\"maryam\",\"note\":\"seen\"}"))
                .isEqualTo(200);
        assertThat(change("POST", "/v1/channels/desk/test", "{\"user\":\"maryam\"}"))
                .isEqualTo(202);
        assertThat(change("POST", "/v1/replay", "{\"channel\":\"desk\",\"user\":\"maryam\",\"alerts\":[\"noted\"]}"))
                .isEqualTo(202);

        await().untilAsserted(() -> assertThat(get("/v1/alerts/noted"))
                .contains("\"acknowledgement\":{\"user\":\"maryam\",\"note\":\"seen\""));
        await().untilAsserted(() -> assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("A test of channel desk")
                .containsSubsequence("alert   noted", "alert   noted"));
        await().untilAsserted(() -> assertThat(get("/v1/attempts?alert=noted"))
                .containsSubsequence("\"alertIds\":[\"noted\"]", "\"alertIds\":[\"noted\"]"));
        assertThat(get("/v1/alerts/noted/reach")).contains("\"channels\":[\"desk\"]");
    }

    @Test
    void sendsAgainOnlyWhatFailedAndIsStillNotDelivered(TestCluster cluster) throws Exception {
        for (String id : List.of("given-up", "taken-since")) {
            cluster.send(cluster.topics().deliveries(), "desk/" + id, delivery(id, DeliveryStatus.REJECTED));
            cluster.send(cluster.topics().alerts(), id, SampleAlerts.joint(id).build());
        }
        cluster.send(
                cluster.topics().deliveries(),
                "desk/taken-since@request",
                delivery("taken-since", DeliveryStatus.DELIVERED));
        page.start();
        await().until(() -> page.check().state() == Health.State.READY);

        HttpResponse<String> answer = ask(
                "POST",
                "/v1/replay",
                "{\"channel\":\"desk\",\"user\":\"maryam\",\"alerts\":[\"given-up\",\"taken-since\"],\"failed\":true}",
                "Bearer " + TOKEN);

        assertThat(new ObjectMapper().readTree(answer.body()).get("requests")).hasSize(1);
        dispatcher.start();
        await().untilAsserted(() -> assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("alert   given-up")
                .doesNotContain("alert   taken-since"));
    }

    private static Delivery delivery(String alert, DeliveryStatus status) {
        return Delivery.newBuilder()
                .setChannel("desk")
                .setAlertId(alert)
                .setRevision(1)
                .setMessageId("msg_" + alert)
                .setStatus(status)
                .setAttempts(1)
                .build();
    }

    @Test
    void listsDecisionsNewestFirstHoweverTheyArePartitioned(TestCluster cluster) throws Exception {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ArticleRef article = Records.articleRef("in-order-" + i).build();
            decide(cluster, article, "one of many", "none");
            newestFirst.add(0, article.getId());
            waitForTheNextMillisecond();
        }

        page.start();
        await().until(() -> page.check().state() == Health.State.READY);

        assertThat(new ObjectMapper()
                        .readTree(get("/v1/decisions?q=one+of+many"))
                        .findValuesAsText("articleId"))
                .isEqualTo(newestFirst);
    }

    private static void waitForTheNextMillisecond() {
        long now = Clock.systemUTC().millis();
        await().until(() -> Clock.systemUTC().millis() > now);
    }

    @Test
    void silencesAndSumsUpWhatWasKeptBack(TestCluster cluster) throws Exception {
        page.start();
        dispatcher.start();
        String ends = Clock.systemUTC().instant().plusSeconds(3600).toString();
        assertThat(change(
                        "POST",
                        "/v1/silences",
                        "{\"matchers\":[\"rule=quiet-rule\"],\"ends\":\"" + ends
                                + "\",\"owner\":\"maryam\",\"comment\":\"known\"}"))
                .isEqualTo(201);
        await().until(() -> get("/v1/silences").contains("quiet-rule"));

        cluster.send(
                cluster.topics().alerts(),
                "hushed",
                SampleAlerts.joint("hushed").setRule("quiet-rule").build());

        await().until(() -> get("/v1/deliveries?alert=hushed").contains("\"reason\":\"silenced\""));
        await().until(() -> get("/v1/silences").contains("\"kept\":1"));
        String id = "";
        for (JsonNode silence : new ObjectMapper().readTree(get("/v1/silences")).get("silences")) {
            id = silence.get("matchers").toString().contains("quiet-rule")
                    ? silence.get("id").asText()
                    : id;
        }
        assertThat(ask("DELETE", "/v1/silences/" + id, "", "Bearer " + TOKEN).body())
                .contains("\"state\":\"over\",\"kept\":1");
        await().untilAsserted(() -> assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("A silence ended; it kept back 1 alert")
                .doesNotContain("alert   hushed"));
    }

    private static void decide(TestCluster cluster, ArticleRef article, String reason, String alert) {
        cluster.send(
                cluster.topics().decisions(),
                article.getId(),
                Decision.newBuilder()
                        .setArticleId(article.getId())
                        .setOutcome(Outcome.ALERTED)
                        .setReason(reason)
                        .setAlertIds(List.of(alert))
                        .setArticle(article)
                        .build());
    }

    @Test
    void answersWhyAnArticleRaisedAnAlertAndWhatBecameOfIt(TestCluster cluster) throws Exception {
        page.start();
        dispatcher.start();
        cluster.send(
                cluster.topics().alerts(), "asked", SampleAlerts.joint("asked").build());
        ArticleRef article = Records.articleRef("a7")
                .setTitle("Ministers meet in the valley")
                .build();
        decide(cluster, article, "first report of this meeting", "asked");

        await().untilAsserted(() -> assertThat(get("/v1/why?q=valley+MINISTERS"))
                .contains("\"answer\":\"alerted: first report of this meeting\"")
                .contains("\"id\":\"asked\"")
                .contains("{\"name\":\"desk\",\"status\":\"DELIVERED\",\"why\":\"revision 1 was told at "));
        assertThat(get("/v1/why?q=a7")).contains("\"id\":\"asked\"");
    }

    @Test
    void answersWhichSourcesFailWhereNoArticleIsFound(TestCluster cluster) throws Exception {
        page.start();
        cluster.send(
                cluster.topics().sources(),
                "mute-agency",
                SourceState.newBuilder()
                        .setSourceId("mute-agency")
                        .setUrl("https://mute.example/feed")
                        .setOutcome("http_500")
                        .setFailures(9)
                        .build());

        await().untilAsserted(() -> assertThat(get("/v1/why?q=nothing-like-it"))
                .contains("No article like this was taken in; of 1 sources 1 fail or are not polled: mute-agency."));
        assertThat(get("/v1/why")).contains("q is missing");
    }

    @Test
    void switchesAChannelOffAndOn(TestCluster cluster) throws Exception {
        page.start();
        dispatcher.start();
        assertThat(change("POST", "/v1/channels/desk/disable", "{\"user\":\"maryam\",\"reason\":\"moving\"}"))
                .isEqualTo(204);
        await().until(() -> get("/v1/channels").contains("\"disabled\":true,\"reason\":\"moving\""));
        await().until(() -> metrics.scrape()
                .contains("communique_alert_channel_disabled{channel=\"desk\",integration=\"console\"} 1.0"));
        cluster.send(
                cluster.topics().alerts(), "later", SampleAlerts.joint("later").build());

        assertThat(change("POST", "/v1/channels/desk/enable", "{\"user\":\"maryam\"}"))
                .isEqualTo(204);

        await().untilAsserted(() ->
                assertThat(printed.toString(StandardCharsets.UTF_8)).contains("alert   later"));
    }

    @Test
    void answersAsItsDocumentSays(TestCluster cluster) throws Exception {
        page.start();
        dispatcher.start();
        cluster.send(
                cluster.topics().alerts(), "told", SampleAlerts.joint("told").build());
        decide(cluster, Records.articleRef("a8").build(), "first report", "told");
        cluster.send(
                cluster.topics().sources(),
                "mute-agency",
                SourceState.newBuilder()
                        .setSourceId("mute-agency")
                        .setUrl("https://mute.example/feed")
                        .setOutcome("http_500")
                        .setFailures(9)
                        .build());
        String ends = Clock.systemUTC().instant().plusSeconds(60).toString();
        change(
                "POST",
                "/v1/silences",
                "{\"matchers\":[\"rule=none\"],\"ends\":\"" + ends + "\",\"owner\":\"m\",\"comment\":\"c\"}");
        await().until(() -> get("/v1/attempts?alert=told").contains("told"));
        await().until(() -> get("/v1/sources").contains("mute-agency"));
        await().until(() -> get("/v1/silences").contains("rule=none"));
        await().until(() -> get("/v1/decisions").contains("a8"));
        change("POST", "/v1/alerts/told/acknowledgement", "{\"user\":\"maryam\",\"note\":\"seen\"}");
        await().until(() -> get("/v1/alerts/told").contains("maryam"));

        JsonNode document = new ObjectMapper().readTree(get("/openapi.json"));
        document.at("/components/schemas").properties().forEach(schema -> {
            ArrayNode required = ((ObjectNode) schema.getValue()).putArray("required");
            schema.getValue().path("properties").fieldNames().forEachRemaining(required::add);
            if (!schema.getKey().equals("Alert")) {
                ((ObjectNode) schema.getValue()).put("unevaluatedProperties", false);
            }
        });
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            JsonNode schema = path.getValue().at("/get/responses/200/content/application~1json/schema");
            if (schema instanceof ObjectNode answer) {
                String address =
                        path.getKey().replace("{id}", "told") + (path.getKey().endsWith("why") ? "?q=a8" : "");
                answer.set("components", document.get("components"));
                JsonSchema expected = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(answer);
                assertThat(expected.validate(new ObjectMapper().readTree(get(address))))
                        .as(address)
                        .isEmpty();
            }
        }
    }

    @Test
    void letsNobodyChangeAnythingWithoutTheToken() throws Exception {
        for (String path : List.of("/v1/silences", "/v1/replay", "/v1/reload", "/v1/channels/desk/test")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                    .header("Authorization", "Bearer wrong")
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(change("POST", "/v1/reload", "")).isEqualTo(200);
        assertThat(reloads).hasValue(1);
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        assertThat(change("POST", "/v1/silences", "{\"matchers\":[\"colour=red\"],\"ends\":\"2999-01-01T00:00:00Z\"}"))
                .isEqualTo(400);
        assertThat(change("POST", "/v1/silences", "{\"matchers\":[],\"ends\":\"soon\"}"))
                .isEqualTo(400);
        assertThat(change("POST", "/v1/silences", "no json")).isEqualTo(400);
        assertThat(change("POST", "/v1/channels/nobody/test", "{\"user\":\"m\"}"))
                .isEqualTo(400);
        assertThat(change("POST", "/v1/replay", "{\"channel\":\"desk\",\"user\":\"m\"}"))
                .isEqualTo(400);
        assertThat(change("POST", "/v1/replay", "{\"channel\":\"desk\",\"user\":\"m\",\"alerts\":[\"unknown\"]}"))
                .isEqualTo(400);
        assertThat(change("DELETE", "/v1/silences/unknown", "")).isEqualTo(404);
        assertThat(change("POST", "/v1/alerts/unknown/acknowledgement", "{\"user\":\"m\"}"))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "null                               | must be one JSON object",
                "[]                                 | must be one JSON object",
                "{} and more                        | no JSON, line 1 column",
                "{}{}                               | must be one JSON object",
                "{\"matchers\":                    | no JSON, line 1 column",
                "{\"matcher\":[]}                  | unknown key 'matcher'; there are [comment, ends, matchers, owner, starts]",
                "{\"matchers\":\"speaker=RU\"}     | matchers must be a list of texts",
                "{\"owner\":{}}                    | owner must be a text",
                "{\"matchers\":[null],\"ends\":\"2999-01-01T00:00:00Z\"} | matchers must be texts",
                "{\"matchers\":[\"speaker=RU\"],\"starts\":\"2999-01-01T00:00:00Z\",\"ends\":\"2999-01-02T00:00:00Z\"} | within 60 days"
            })
    void saysInWordsOfTheApiWhatIsWrongWithABody(String body, String message) throws Exception {
        HttpResponse<String> answer = ask("POST", "/v1/silences", body, "Bearer " + TOKEN);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(answer.body()).get("error").asText())
                .contains(message)
                .doesNotContain("communique.", "java.");
    }

    @Test
    void answersInJsonWhateverIsWrong() throws Exception {
        assertThat(ask("POST", "/v1/reload", "", "Bearer wrong").body())
                .startsWith("{\"error\":\"this needs the header");
        assertThat(ask("PATCH", "/v1/alerts", "", "Bearer wrong").statusCode()).isEqualTo(405);
        assertThat(ask("PATCH", "/v1/alerts", "", "Bearer wrong").body()).startsWith("{\"error\":");
        assertThat(ask("POST", "/v1/reload", "", "bearer " + TOKEN).statusCode())
                .as("the scheme in small letters")
                .isEqualTo(200);
    }

    @Test
    void saysInJsonThatKafkaDidNotTakeAChange(TestCluster cluster) throws Exception {
        KafkaSettings settings = cluster.settings();
        KafkaClients unreachable = new KafkaClients(
                new KafkaSettings(
                        Map.of("bootstrap.servers", "127.0.0.1:1"),
                        Map.of("max.block.ms", 200),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        settings.registry(),
                        cluster.topics()),
                metrics);
        Clock clock = Clock.systemUTC();
        try (Desk cutOff = new Desk(cluster.topics(), new TopicWriter(unreachable, clock), clock);
                HttpEndpoint other = new HttpEndpoint(
                        "127.0.0.1",
                        0,
                        List.of(),
                        metrics,
                        javalin -> page.routes(javalin, dispatcher, cutOff, () -> {}, clock))) {
            other.start();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + other.port() + "/v1/channels/desk/enable"))
                    .header("Authorization", "Bearer " + TOKEN)
                    .POST(BodyPublishers.ofString("{\"user\":\"maryam\"}"))
                    .build();

            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(new ObjectMapper().readTree(answer.body()).get("error").asText())
                    .isEqualTo("Kafka did not take it; nothing is known to be changed");
        }
    }

    private int change(String method, String path, String body) throws Exception {
        return ask(method, path, body, "Bearer " + TOKEN).statusCode();
    }

    private HttpResponse<String> ask(String method, String path, String body, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + path))
                .header("Authorization", authorization)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
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
