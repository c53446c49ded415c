package communique.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import communique.alert.delivery.DeliveryConfig;
import communique.alert.delivery.Dispatcher;
import communique.alert.delivery.channel.Surroundings;
import communique.kit.config.Keys;
import communique.kit.config.Placeholders;
import communique.kit.config.SettingsLoader;
import communique.kit.metrics.Metrics;
import communique.schemas.v1.Alert;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * How far delivery reaches; its figures depend on the machine, so it runs only when asked for: {@code -Dit.test=ReachIT
 * -Dreach=10000}.
 */
@EnabledIfSystemProperty(named = "reach", matches = "\\d+")
@ExtendWith(ClusterExtension.class)
class ReachIT {
    private static final String SECRET = "whsec_dGVzdCB0ZXN0IHRlc3QgdGVzdCB0ZXN0IHRlc3Q=";

    @TempDir
    Path folder;

    private final Metrics metrics = new Metrics();
    private final Random random = new Random(7);
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> firstByte = new ConcurrentHashMap<>();

    @Test
    void losesAndReordersNothingOverFailuresAndKills(TestCluster cluster) throws Exception {
        int count = Integer.getInteger("reach");
        try (MockWebServer server = receiver(3)) {
            List<String> ids =
                    IntStream.range(0, count).mapToObj(i -> "reach-" + i).toList();
            for (String id : ids) {
                cluster.send(cluster.topics().alerts(), id, alert(id));
            }
            long begin = System.nanoTime();
            for (int part = 1; part <= 3; part++) {
                Dispatcher dispatcher = start(cluster, server, "reach-chaos");
                int until = part == 3 ? count : count * part / 3;
                await().atMost(Duration.ofMinutes(10))
                        .until(() -> accepted.stream().distinct().count() >= until);
                dispatcher.close();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);

            List<String> first = accepted.stream().distinct().toList();
            List<String> expected = ids.stream().map(id -> "msg_" + id + "_1").toList();
            System.out.println("REACH " + count + " alerts, 30% failures, a dead channel, two stops: lost "
                    + (count - first.size()) + ", reordered " + reordered(first, expected) + ", repeats "
                    + (accepted.size() - first.size()) + ", " + took.toMillis() * 1.0 / count + " ms each");
            assertThat(first).isEqualTo(expected);
        }
    }

    @Test
    void isQuickFromRecordToFirstByte(TestCluster cluster) throws Exception {
        try (MockWebServer server = receiver(0)) {
            Dispatcher dispatcher = start(cluster, server, "reach-quick");
            cluster.send(cluster.topics().alerts(), "warm", alert("warm"));
            await().atMost(Duration.ofMinutes(5)).until(() -> firstByte.containsKey("msg_warm_1"));
            List<Long> waits = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                String id = "quick-" + i;
                long begin = System.nanoTime();
                cluster.send(cluster.topics().alerts(), id, alert(id));
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> firstByte.containsKey("msg_" + id + "_1"));
                waits.add((firstByte.get("msg_" + id + "_1") - begin) / 1_000_000);
            }
            dispatcher.close();
            List<Long> sorted = waits.stream().sorted().toList();
            System.out.println("REACH record to first byte, ms: p50 " + sorted.get(250) + ", p99 " + sorted.get(494)
                    + ", most " + sorted.get(499));
            assertThat(sorted.get(494)).isLessThan(250);
        }
    }

    private static int reordered(List<String> got, List<String> expected) {
        int count = 0;
        for (int i = 0; i < Math.min(got.size(), expected.size()); i++) {
            count += got.get(i).equals(expected.get(i)) ? 0 : 1;
        }
        return count;
    }

    private MockWebServer receiver(int failuresInTen) throws Exception {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String id = request.getHeaders().get("webhook-id");
                firstByte.putIfAbsent(id, System.nanoTime());
                if (random.nextInt(10) < failuresInTen) {
                    return new MockResponse.Builder().code(503).build();
                }
                if (id.contains("reach-")) {
                    accepted.add(id);
                }
                return new MockResponse.Builder().code(204).build();
            }
        });
        server.start();
        return server;
    }

    private Dispatcher start(TestCluster cluster, MockWebServer server, String name) throws Exception {
        Path channels = Files.writeString(folder.resolve(name + ".yaml"), """
                channels:
                  - {name: %1$s, type: webhook, url: '%2$s', secret: '${env:SIGNING}', allow_private: true, ordered: true, wants: {speakers: [ZZ]}}
                  - {name: %1$s-dead, type: webhook, url: 'http://127.0.0.1:1/', secret: '${env:SIGNING}', allow_private: true, wants: {speakers: [ZZ]}}
                """.formatted(name, server.url("/hook")));
        var definition = DeliveryConfig.define(new Keys()).definition();
        DeliveryConfig config = DeliveryConfig.of(new SettingsLoader(definition, Map.of())
                .load(
                        Optional.empty(),
                        Map.of(
                                "alert.delivery.channels",
                                channels.toString(),
                                "alert.delivery.retry.waits",
                                "5ms,10ms,20ms,50ms,100ms,1s,1s,1s,1s,1s,1s,1s,1s,1s,1s")));
        Dispatcher dispatcher = new Dispatcher(
                config,
                cluster.clients(),
                cluster.topics(),
                metrics,
                new Surroundings(new Placeholders(Map.of("SIGNING", SECRET)), System.out, Clock.systemUTC()),
                Optional::of);
        dispatcher.start();
        return dispatcher;
    }

    private static Alert alert(String id) {
        return SampleAlerts.joint(id).setSpeakers(List.of("ZZ")).build();
    }
}
