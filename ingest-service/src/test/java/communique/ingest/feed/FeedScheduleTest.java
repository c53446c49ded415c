package communique.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import communique.ingest.fetch.HostGate;
import communique.ingest.fetch.HttpFetcher;
import communique.ingest.publish.FakeKafka;
import communique.ingest.publish.SourceJournal;
import communique.kit.http.AddressGuard;
import communique.kit.http.Cidr;
import communique.kit.lifecycle.Health.State;
import communique.schemas.v1.SourceState;
import communique.testkit.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedScheduleTest {
    private static final Duration INTERVAL = Duration.ofMinutes(15);
    private static final String FEED = "<rss version='2.0'><channel><title>T</title><link>https://t.example/</link>"
            + "<description>D</description></channel></rss>";

    private final TestClock clock = TestClock.at("2026-03-04T05:00:00Z");
    private final FakeKafka kafka = FakeKafka.acknowledging(clock);
    private final SourceJournal journal = kafka.journal();
    private final AtomicInteger polls = new AtomicInteger();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final MockWebServer server = new MockWebServer();
    private final HttpFetcher fetcher = new HttpFetcher(
            new AddressGuard(List.of(Cidr.parse("127.0.0.0/8"))), Duration.ofSeconds(20), "Communique-Test/1", clock);
    private final Set<String> mine = new HashSet<>(Set.of("feed", "slow", "broken"));
    private FeedSchedule schedule;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                polls.incrementAndGet();
                if (request.getTarget().equals("/slow")) {
                    letGo.await();
                }
                return request.getTarget().equals("/broken")
                        ? new MockResponse.Builder().code(500).build()
                        : new MockResponse.Builder().body(FEED).build();
            }
        });
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        letGo.countDown();
        schedule.close();
        fetcher.close();
        server.close();
    }

    @Test
    void pollsWhatIsDueAndNothingElse() {
        schedule = schedule("/feed");
        pollDue(1);

        clock.advance(INTERVAL.minusSeconds(1));
        schedule.pollDue();
        clock.advance(Duration.ofSeconds(1));
        pollDue(2);

        assertThat(polls).hasValue(2);
    }

    @Test
    void goesOnWhereAnotherProcessStopped() {
        schedule = schedule("/feed");
        journal.restore("feed", state("/feed", clock.instant().plusSeconds(60)));

        schedule.pollDue();
        clock.advance(Duration.ofSeconds(61));
        pollDue(1);

        assertThat(polls).hasValue(1);
    }

    @Test
    void forgetsWhatItKnewOfAnotherAddress() {
        schedule = schedule("/feed");
        journal.restore("feed", state("/former", clock.instant().plusSeconds(60)));

        pollDue(1);

        assertThat(journal.of("feed").orElseThrow().getUrl()).endsWith("/feed");
    }

    @Test
    void isNotHeldUpByASlowFeedNorPollsItTwice() {
        schedule = schedule("/slow", "/feed");

        schedule.pollDue();
        await().until(() -> succeeded("feed"));
        clock.advance(INTERVAL);
        schedule.pollDue();
        await().until(() -> polls.get() == 3);

        assertThat(journal.of("slow")).isEmpty();
    }

    @Test
    void waitsForAThreadWithoutHoldingTheTurnOfItsHost() {
        mine.addAll(List.of("new", "newer"));
        schedule = schedule(
                new HostGate(Duration.ZERO, clock),
                1,
                Sources.feed("slow", url("/slow").replace("127.0.0.1", "localhost")),
                Sources.feed("new", url("/new")),
                Sources.feed("newer", url("/newer")),
                Sources.feed("feed", url("/feed")));
        journal.restore("feed", state("/feed", clock.instant()));

        schedule.pollDue();

        await().until(() -> succeeded("feed"));
        assertThat(journal.of("new")).isEmpty();
    }

    @Test
    void comesBackToAFailingFeed() {
        schedule = schedule("/broken");

        pollDue(1);
        clock.advance(INTERVAL);
        pollDue(2);

        SourceState state = journal.of("broken").orElseThrow();
        assertThat(state.getFailures()).isEqualTo(2);
        assertThat(state.getNextPoll()).contains(clock.instant().plus(INTERVAL));
        assertThat(state.getOutcome()).isEqualTo("http_500");
    }

    @Test
    void leavesTheShareOfOthersAlone() {
        mine.remove("broken");
        schedule = schedule("/broken", "/feed");

        pollDue(1);

        assertThat(journal.of("broken")).isEmpty();
        assertThat(schedule.check().detail()).isEqualTo("2 feeds, 0 of them failing, 1 of them polled here");
    }

    @Test
    void saysHowTheFeedsAre() {
        schedule = schedule("/broken", "/feed");
        pollDue(2);

        assertThat(schedule.check().state()).isEqualTo(State.READY);
        assertThat(schedule.check().detail()).isEqualTo("2 feeds, 1 of them failing");
    }

    @Test
    void countsPollsByOutcome() {
        schedule = schedule("/broken", "/feed");
        pollDue(2);

        assertThat(kafka.metrics().scrape())
                .contains("communique_ingest_polls_total{outcome=\"http_500\"} 1.0")
                .contains("communique_ingest_polls_total{outcome=\"working\"} 1.0")
                .contains("communique_ingest_poll_time_seconds_count 2");
    }

    @Test
    void letsTheFeedsOfOneHostTakeTurns() {
        String[] paths =
                IntStream.range(0, 20).mapToObj(feed -> "/feed-" + feed).toArray(String[]::new);
        List.of(paths).forEach(path -> mine.add(path.substring(1)));
        schedule = schedule(Duration.ofSeconds(5), paths);

        for (int turn = 1; turn <= paths.length; turn++) {
            schedule.pollDue();
            pollDue(turn);
            assertThat(polls).hasValue(turn);
            clock.advance(Duration.ofSeconds(5));
        }

        assertThat(mine).filteredOn(this::succeeded).hasSize(paths.length);
    }

    @Test
    void pollsByItselfOnceStarted() {
        schedule = schedule("/feed");

        schedule.start();

        await().until(() -> succeeded("feed"));
    }

    private boolean succeeded(String id) {
        return journal.of(id).flatMap(SourceState::getSucceeded).isPresent();
    }

    /** Polls what is due and waits until so many polls are in the journal's topic. */
    private void pollDue(int saved) {
        schedule.pollDue();
        await().until(() -> kafka.states().history().size() == saved);
        await().until(() -> kafka.metrics().scrape().contains("communique_ingest_poll_time_seconds_count " + saved));
    }

    private FeedSchedule schedule(String... paths) {
        return schedule(Duration.ZERO, paths);
    }

    private FeedSchedule schedule(Duration hostPause, String... paths) {
        FeedSource[] sources = List.of(paths).stream()
                .map(path -> Sources.feed(path.substring(1), url(path)))
                .toArray(FeedSource[]::new);
        return schedule(new HostGate(hostPause, clock), 4, sources);
    }

    private FeedSchedule schedule(HostGate gate, int threads, FeedSource... sources) {
        return new FeedSchedule(
                new SourceList(List.of(sources)),
                mine::contains,
                gate,
                INTERVAL,
                threads,
                journal,
                Pollers.of(fetcher, gate, kafka, clock),
                kafka.metrics(),
                clock);
    }

    private SourceState state(String path, Instant nextPoll) {
        return SourceState.newBuilder()
                .setSourceId("feed")
                .setUrl(url(path))
                .setNextPoll(nextPoll)
                .setOutcome("working")
                .setFailures(0)
                .build();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }
}
