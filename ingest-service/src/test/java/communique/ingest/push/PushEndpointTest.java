package communique.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.ingest.article.Drafts;
import communique.ingest.article.Limits;
import communique.ingest.publish.FakeKafka;
import communique.ingest.publish.Intake;
import communique.kit.http.HttpEndpoint;
import communique.schemas.v1.Origin;
import communique.testkit.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushEndpointTest {
    private static final String BRIDGE = "{\"url\":\"https://valley.example/bridge\",\"text\":\"The bridge is open.\"}";
    private static final String FERRY = "{\"url\":\"https://valley.example/ferry\",\"text\":\"The ferry runs.\"}";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final FakeKafka kafka = FakeKafka.acknowledging(TestClock.at("2026-03-04T05:00:00Z"));
    private final HttpClient client = HttpClient.newHttpClient();
    private boolean ready = true;
    private HttpEndpoint endpoint;

    @BeforeEach
    void start() {
        PushEndpoint push = new PushEndpoint(kafka.intake(), Optional.of("s3cret"), () -> ready, kafka.metrics());
        endpoint = new HttpEndpoint("127.0.0.1", 0, List.of(), kafka.metrics(), push::addTo);
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void takesOneArticle() throws Exception {
        HttpResponse<String> answer = post(JSON, BRIDGE);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(items(answer)).singleElement().satisfies(item -> {
            assertThat(item.path("status").asText()).isEqualTo("accepted");
            assertThat(item.path("id").asText()).isEqualTo(kafka.sent().get(0).getId());
            assertThat(item.has("reason")).isFalse();
        });
        assertThat(kafka.sent().get(0).getOrigin()).isEqualTo(Origin.PUSH);
    }

    @Test
    void marksWhatIsFromThePast() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + endpoint.port() + "/v1/articles?backfill=true"))
                .header("Content-Type", JSON)
                .header("Authorization", "Bearer s3cret")
                .POST(HttpRequest.BodyPublishers.ofString(BRIDGE))
                .build();

        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
        assertThat(kafka.sent().get(0).getBackfill()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        application/json                    | [%s,%s]
        application/json; charset=utf-8     | [%s,%s]
        application/x-ndjson                | `%s\n\n%s\n`
        """)
    void takesSeveralArticles(String type, String form) throws Exception {
        HttpResponse<String> answer = post(type, form.formatted(BRIDGE, FERRY));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(statuses(answer)).containsExactly("accepted", "accepted");
        assertThat(kafka.sent()).hasSize(2);
    }

    @Test
    void tellsWhatItKnowsAlready() throws Exception {
        post(JSON, BRIDGE);

        HttpResponse<String> answer = post(JSON, "[" + BRIDGE + "," + FERRY + "]");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(statuses(answer)).containsExactly("duplicate", "accepted");
        assertThat(kafka.sent()).hasSize(2);
    }

    @Test
    void pointsToWhatIsWrongAndTakesTheRest() throws Exception {
        HttpResponse<String> answer =
                post(JSON, "[" + BRIDGE + ",{\"text\":\"x\",\"published\":\"soon\"},{\"title\":\" \"}]");

        assertThat(answer.statusCode()).isEqualTo(207);
        assertThat(statuses(answer)).containsExactly("accepted", "rejected", "rejected");
        assertThat(items(answer).get(1).path("reason").asText()).isEqualTo("invalid_field");
        assertThat(items(answer).get(1).path("pointer").asText()).isEqualTo("/1/published");
        assertThat(items(answer).get(2).path("reason").asText()).isEqualTo("empty");
        assertThat(items(answer).get(2).path("pointer").asText()).isEqualTo("/2");
    }

    @Test
    void takesTheLinesAroundABrokenOne() throws Exception {
        HttpResponse<String> answer = post(LINES, BRIDGE + "\n{\"text\":\n" + FERRY);

        assertThat(answer.statusCode()).isEqualTo(207);
        assertThat(statuses(answer)).containsExactly("accepted", "rejected", "accepted");
        assertThat(items(answer).get(1).path("reason").asText()).isEqualTo("broken_json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "7", "[7]", "{\"title\":7}", "{\"url\":\"https://valley.example/\"}"})
    void refusesABodyWithoutAnArticle(String body) throws Exception {
        assertThat(post(JSON, body).statusCode()).isEqualTo(400);
        assertThat(kafka.sent()).isEmpty();
    }

    @Test
    void asksForTheToken() throws Exception {
        HttpResponse<String> answer = send(request(JSON, BRIDGE).header("Authorization", "Bearer guess"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(send(request(JSON, BRIDGE)).statusCode()).isEqualTo(401);
        assertThat(kafka.sent()).isEmpty();
    }

    @Test
    void takesFiveMegabytesAndNoMore() throws Exception {
        String start = "{\"title\":\"Big\",\"text\":\"";
        String fits = start + "a".repeat(Limits.ARTICLE_BYTES - start.length() - 2) + "\"}";

        assertThat(post(JSON, fits).statusCode()).isEqualTo(202);
        assertThat(post(JSON, fits + " ").statusCode()).isEqualTo(413);
    }

    @Test
    void takesTenThousandArticlesAtOnceAndNoMore() throws Exception {
        assertThat(post(LINES, "{}\n".repeat(10_001)).statusCode()).isEqualTo(413);
        assertThat(post(LINES, "{}\n".repeat(10_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void readsNoMillionsOfEmptyObjects() throws Exception {
        assertThat(post(JSON, "[" + "{},".repeat(1_500_000) + "{}]").statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesNoCompressedBody() throws Exception {
        HttpResponse<String> answer = send(
                request(JSON, BRIDGE).header("Authorization", "Bearer s3cret").header("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept-Encoding")).contains("identity");
        assertThat(answer.body()).contains("Content-Encoding");
    }

    /** Who meant the past must not page people because of a spelling. */
    @ParameterizedTest
    @CsvSource({"true, 202", "false, 202", "1, 400", "TRUE, 400", "yes, 400"})
    void takesNoOtherWordForThePast(String word, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + endpoint.port() + "/v1/articles?backfill=" + word))
                .header("Content-Type", JSON)
                .header("Authorization", "Bearer s3cret")
                .POST(HttpRequest.BodyPublishers.ofString(BRIDGE))
                .build();

        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(kafka.sent()).hasSize(status == 202 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/jsonlines"})
    void takesNoOtherKindOfBody(String type) throws Exception {
        assertThat(post(type, BRIDGE).statusCode()).isEqualTo(415);
    }

    @Test
    void takesNoOtherMethod() throws Exception {
        assertThat(send(request(JSON, "").method("GET", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void saysWhenItIsNotReady() throws Exception {
        ready = false;

        HttpResponse<String> answer = post(JSON, BRIDGE);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void acknowledgesNothingThatKafkaDidNot() throws Exception {
        post(JSON, FERRY);
        kafka.articles().sendException = new IllegalStateException("no broker");

        HttpResponse<String> answer = post(JSON, "[" + FERRY + "," + BRIDGE + "]");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(statuses(answer)).containsExactly("duplicate", "failed");
        assertThat(items(answer).get(1).path("detail").asText()).contains("no broker");
    }

    @Test
    void asksToWaitWhereKafkaIsBehindAndWhatIsFromThePastFirst() throws Exception {
        FakeKafka slow = FakeKafka.hesitating(TestClock.at("2026-03-04T05:00:00Z"));
        Intake intake = slow.intake();
        PushEndpoint push = new PushEndpoint(intake, Optional.empty(), () -> true, slow.metrics());
        try (HttpEndpoint busy = new HttpEndpoint("127.0.0.1", 0, List.of(), slow.metrics(), push::addTo)) {
            busy.start();
            wait(intake, 1000);

            HttpResponse<String> past = post(busy, "?backfill=true");
            assertThat(past.statusCode()).isEqualTo(429);
            assertThat(past.headers().firstValue("Retry-After")).contains("5");
            CompletableFuture<HttpResponse<String>> today = CompletableFuture.supplyAsync(() -> post(busy, ""));
            await().until(() -> intake.underWay() == 1001);
            slow.articles().completeNext();
            while (slow.articles().completeNext()) {
                assertThat(slow.articles().history()).hasSize(1001);
            }
            assertThat(today.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(202);

            wait(intake, 10_000);
            assertThat(post(busy, "").statusCode()).isEqualTo(429);
        }
    }

    private static void wait(Intake intake, int articles) {
        for (int i = 0; i < articles; i++) {
            var unused = intake.take(Drafts.whole("https://valley.example/" + articles + "/" + i));
        }
    }

    private HttpResponse<String> post(HttpEndpoint to, String query) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + to.port() + "/v1/articles" + query))
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString(BRIDGE))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void countsByStatus() throws Exception {
        post(JSON, BRIDGE);
        post(JSON, "{");

        assertThat(kafka.metrics().scrape())
                .contains("communique_ingest_pushes_total{status=\"202\"} 1.0")
                .contains("communique_ingest_pushes_total{status=\"400\"} 1.0");
    }

    private HttpResponse<String> post(String type, String body) throws Exception {
        return send(request(type, body).header("Authorization", "Bearer s3cret"));
    }

    private HttpRequest.Builder request(String type, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + "/v1/articles"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> statuses(HttpResponse<String> answer) throws IOException {
        return items(answer).stream().map(item -> item.path("status").asText()).toList();
    }

    private static List<JsonNode> items(HttpResponse<String> answer) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        new ObjectMapper().readTree(answer.body()).path("items").forEach(items::add);
        return items;
    }
}
