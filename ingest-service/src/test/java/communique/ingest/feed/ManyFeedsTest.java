package communique.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import communique.ingest.fetch.HostGate;
import communique.ingest.fetch.HttpFetcher;
import communique.ingest.publish.FakeKafka;
import communique.ingest.publish.SourceJournal;
import communique.kit.http.AddressGuard;
import communique.kit.http.Cidr;
import communique.schemas.v1.SourceState;
import communique.testkit.Figures;
import communique.testkit.TestClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A thousand feeds on fifty hosts, of which one in twenty fails and one in twenty never answers. */
class ManyFeedsTest {
    private static final int FEEDS = 1000;
    private static final int HOSTS = 50;
    private static final int ONE_IN = 20;
    private static final int HEALTHY = FEEDS - 2 * FEEDS / ONE_IN;
    private static final int ROUNDS = 3;
    private static final long MORE_AT_MOST = 16 * 1024 * 1024;
    private static final Duration INTERVAL = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TestClock clock = TestClock.at("2026-03-04T05:00:00Z");
    private final FakeKafka kafka = FakeKafka.acknowledging(clock);
    private final SourceJournal journal = kafka.journal();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final List<MockWebServer> servers = new ArrayList<>();
    private final HttpFetcher fetcher = new HttpFetcher(
            new AddressGuard(List.of(Cidr.parse("127.0.0.0/8"))), Duration.ofSeconds(20), "Communique-Test/1", clock);
    private FeedSchedule schedule;

    @BeforeEach
    void start() throws IOException {
        for (int i = 0; i < HOSTS; i++) {
            MockWebServer server = new MockWebServer();
            server.setDispatcher(new Feeds());
            server.start(InetAddress.getByName("127.0.0.1"), 0);
            servers.add(server);
        }
        List<FeedSource> sources = IntStream.range(0, FEEDS)
                .mapToObj(i -> Sources.feed("feed-" + i, url(i)))
                .toList();
        HostGate gate = new HostGate(Duration.ZERO, clock);
        schedule = new FeedSchedule(
                new SourceList(sources),
                id -> true,
                gate,
                INTERVAL,
                32,
                journal,
                Pollers.of(fetcher, gate, kafka, clock),
                kafka.metrics(),
                clock);
    }

    @AfterEach
    void stop() {
        letGo.countDown();
        schedule.close();
        fetcher.close();
        servers.forEach(MockWebServer::close);
    }

    @Test
    void keepsEveryHealthyFeedOnItsSchedule() {
        schedule.start();
        for (int round = 0; round < ROUNDS; round++) {
            await().atMost(PATIENCE).until(() -> healthyPolledNow() == HEALTHY);
            assertThat(kafka.sent()).hasSize(HEALTHY);
            clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    void keepsItsHeapFlat() {
        schedule.start();
        pollAll();
        long before = heap();
        for (int round = 1; round < ROUNDS; round++) {
            clock.advance(Duration.ofHours(1));
            pollAll();
        }

        assertThat(heap()).isLessThan(before + MORE_AT_MOST);
    }

    /** The figure in docs/ingest.md: -Dreach=true, on a machine that has nothing else to do. */
    @Test
    @EnabledIfSystemProperty(named = "reach", matches = "true")
    void reachesItsRateWhereNoFeedWaits() {
        letGo.countDown();
        schedule.start();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long began = System.nanoTime();
            pollAll();
            double seconds = (System.nanoTime() - began) / 1e9;
            Figures.record("feeds", Math.round(HEALTHY / seconds) + " in a second");
            clock.advance(Duration.ofHours(1));
        }
    }

    private void pollAll() {
        await().atMost(PATIENCE).until(() -> healthyPolledNow() >= HEALTHY);
        kafka.states().clear();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private long healthyPolledNow() {
        return IntStream.range(0, FEEDS)
                .mapToObj(i -> journal.of("feed-" + i))
                .flatMap(state -> state.flatMap(SourceState::getSucceeded).stream())
                .filter(clock.instant()::equals)
                .count();
    }

    private String url(int feed) {
        return "http://127.0.0.1:" + servers.get(feed % HOSTS).getPort() + "/" + feed;
    }

    private final class Feeds extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            int feed = Integer.parseInt(request.getTarget().substring(1));
            if (feed / HOSTS == 0) {
                letGo.await();
            }
            return feed / HOSTS == 1
                    ? new MockResponse.Builder().code(500).build()
                    : new MockResponse.Builder()
                            .body("<rss version='2.0'><channel><title>T</title><item><title>Story of feed " + feed
                                    + "</title><link>https://valley.example/" + feed
                                    + "</link><description>It is told.</description></item></channel></rss>")
                            .build();
        }
    }
}
