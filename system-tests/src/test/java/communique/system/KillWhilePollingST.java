package communique.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import communique.ingest.IngestMain;
import communique.schemas.v1.RawArticle;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A feed that has more to tell with every poll, and an ingest service that is killed while it listens. */
@ExtendWith(ClusterExtension.class)
class KillWhilePollingST {
    private static final int KILLS = 3;
    private static final int MORE_WITH_EVERY_POLL = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger entries = new AtomicInteger();
    private final AtomicInteger polls = new AtomicInteger();
    private volatile boolean growing = true;

    @TempDir
    private Path folder;

    private HttpServer feed;

    @BeforeEach
    void start() throws IOException {
        feed = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        feed.createContext("/", this::answer);
        feed.start();
    }

    @AfterEach
    void stop() {
        feed.stop(0);
    }

    @Test
    void losesNothingAndSendsAtMostOneCopyMoreUnderTheSameId(TestCluster cluster) throws IOException {
        try (ServiceProcess ingest = new ServiceProcess(IngestMain.class, configuration(cluster), folder)) {
            for (int kill = 0; kill < KILLS; kill++) {
                ingest.start();
                int before = polls.get();
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> polls.get() >= before + 2);
                ingest.kill();
            }
            growing = false;
            ingest.start();

            List<ConsumerRecord<String, RawArticle>> sent = cluster.readUntil(
                    cluster.topics().articlesRaw(), records -> copies(records).size() == entries.get());

            assertThat(copies(sent)).hasSize(entries.get());
            assertThat(copies(sent).values()).allMatch(copies -> copies <= 2);
        }
    }

    private static Map<String, Long> copies(List<ConsumerRecord<String, RawArticle>> records) {
        return records.stream().collect(Collectors.groupingBy(ConsumerRecord::key, Collectors.counting()));
    }

    private Map<String, String> configuration(TestCluster cluster) throws IOException {
        Path sources = Files.writeString(
                folder.resolve("sources.yaml"),
                "sources: [{id: valley, poll: 1s, url: 'http://127.0.0.1:"
                        + feed.getAddress().getPort() + "/feed'}]\n");
        Map<String, String> configuration = new HashMap<>(cluster.configuration());
        configuration.put("ingest.sources", sources.toString());
        configuration.put("ingest.fetch.allow", "127.0.0.0/8");
        configuration.put("ingest.fetch.host.pause", "10ms");
        return configuration;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int count = growing ? entries.addAndGet(MORE_WITH_EVERY_POLL) : entries.get();
            byte[] body = rss(count).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            polls.incrementAndGet();
        }
    }

    private static String rss(int count) {
        return "<rss version='2.0'><channel><title>Valley</title>"
                + IntStream.range(0, count)
                        .mapToObj(i -> "<item><title>Story " + i + "</title><link>https://valley.example/" + i
                                + "</link><description>It is told.</description></item>")
                        .collect(Collectors.joining())
                + "</channel></rss>";
    }
}
