package communique.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.schemas.v1.Alert;
import communique.testkit.Records;
import communique.testkit.TestCluster;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes as many articles as a test wants, each a story of its own, and pushes them until they are taken. */
public final class Newsroom {
    private static final List<String> SPEAKERS = List.of("China", "Russia", "Iran", "Pakistan");
    private static final int WORDS = 14;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String home;
    private final Random random;
    private int written;

    /** With the seed all its words come from. */
    Newsroom(long seed) {
        this("https://news.example/" + seed + "/");
    }

    /** With the beginning of every article's address, which all its words come from. */
    public Newsroom(String home) {
        this.home = home;
        this.random = new Random(home.hashCode());
    }

    /** The next articles, by one of the four about Afghanistan; the rest of each is words nobody used before. */
    public List<Map<String, String>> articles(int count) {
        return Stream.generate(this::article).limit(count).toList();
    }

    /** The next article. */
    Map<String, String> article() {
        String matter = Stream.generate(this::word).limit(WORDS).collect(Collectors.joining(" "));
        String state = SPEAKERS.get(written % SPEAKERS.size());
        Instant published = Instant.parse("2026-03-02T09:00:00Z").plusSeconds(written);
        return Map.of(
                "url", home + written++,
                "title", "Report " + matter.substring(0, matter.indexOf(' ')),
                "text", state + "'s foreign ministry said of Afghanistan that " + matter + " will follow.",
                "published", published.toString());
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    /** The same articles at other addresses. */
    static List<Map<String, String>> elsewhere(List<Map<String, String>> articles, String place) {
        return articles.stream()
                .map(article -> {
                    Map<String, String> other = new HashMap<>(article);
                    other.computeIfPresent("url", (key, url) -> url + "/" + place);
                    return other;
                })
                .toList();
    }

    /** Pushes articles; asks again until every one of them is taken, whatever happens to the service meanwhile. */
    static void push(PushTarget ingest, List<Map<String, String>> articles) throws InterruptedException {
        for (Map<String, String> article : articles) {
            push(ingest, article);
        }
    }

    /** Pushes one; asks again until it is taken. */
    static void push(PushTarget ingest, Map<String, String> article) throws InterruptedException {
        push(List.of(ingest), article);
    }

    /** Pushes one to whichever takes it. */
    static void push(List<? extends PushTarget> ingests, Map<String, String> article) throws InterruptedException {
        while (true) {
            for (PushTarget ingest : ingests) {
                if (isTaken(ingest, article)) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Pushes an article, or a list of them, once; tells whether it was taken. */
    public static boolean isTaken(PushTarget ingest, Object articles) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(ingest.at("/v1/articles"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(articles)));
        ingest.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString()).statusCode() == 202;
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes alerts to their topic as the stream would; returns the ids of the messages about them. */
    static List<String> publishAlerts(TestCluster cluster, String prefix, int count) {
        List<String> ids = IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
        String topic = cluster.topics().alerts().name();
        try (Producer<String, Alert> producer =
                cluster.clients().producer(cluster.topics().alerts())) {
            ids.forEach(id -> producer.send(new ProducerRecord<>(
                    topic, id, Records.alert(id, "article-" + id).build())));
        }
        return ids.stream().map(id -> "msg_" + id + "_1").toList();
    }

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
