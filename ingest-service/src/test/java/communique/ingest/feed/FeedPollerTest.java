package communique.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.ingest.fetch.FetchReason;
import communique.ingest.fetch.HostGate;
import communique.ingest.fetch.HttpFetcher;
import communique.ingest.publish.FakeKafka;
import communique.kit.http.AddressGuard;
import communique.kit.http.Cidr;
import communique.schemas.v1.Origin;
import communique.schemas.v1.RawArticle;
import communique.schemas.v1.SourceState;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedPollerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:00:00Z"), ZoneOffset.UTC);
    private static final String BRIDGE = item("bridge", "The bridge is open.");
    private static final String FERRY = item("ferry", "The ferry runs again.");

    private final MockWebServer server = new MockWebServer();
    private final FakeKafka kafka = FakeKafka.acknowledging(CLOCK);
    private final HttpFetcher fetcher = new HttpFetcher(
            new AddressGuard(List.of(Cidr.parse("127.0.0.0/8"))), Duration.ofSeconds(5), "Communique-Test/1", CLOCK);
    private final FeedPoller poller = Pollers.of(fetcher, new HostGate(Duration.ZERO, CLOCK), kafka, CLOCK);

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    @Test
    void publishesEveryEntry() {
        enqueue(rss(BRIDGE + FERRY));

        PollResult result = poll(Optional.empty());

        assertThat(result.reason()).isEqualTo(FetchReason.WORKING);
        assertThat(kafka.sent())
                .extracting(RawArticle::getText)
                .containsExactly("bridge\n\nThe bridge is open.", "ferry\n\nThe ferry runs again.");
        assertThat(kafka.sent()).allSatisfy(article -> {
            assertThat(article.getOrigin()).isEqualTo(Origin.FEED);
            assertThat(article.getSource().getId()).isEqualTo("valley");
            assertThat(article.getSource().getCountry()).contains("PK");
        });
    }

    @Test
    void asksWithWhatItKnowsAndHearsThatNothingChanged() throws Exception {
        server.enqueue(new MockResponse.Builder().code(304).build());

        PollResult result = poll(Optional.of(state("\"v1\"", "hash")));

        assertThat(result.reason()).isEqualTo(FetchReason.NOT_MODIFIED);
        assertThat(result.memory().orElseThrow().validators().etag()).contains("\"v1\"");
        assertThat(result.memory().orElseThrow().bodyHash()).contains("hash");
        assertThat(server.takeRequest().getHeaders().get("If-None-Match")).isEqualTo("\"v1\"");
        assertThat(kafka.sent()).isEmpty();
    }

    @Test
    void keepsTheValidatorsThatAnUnchangedFeedComesWith() {
        server.enqueue(
                new MockResponse.Builder().code(304).setHeader("ETag", "\"v2\"").build());

        PollResult result = poll(Optional.of(state("\"v1\"", "hash")));

        assertThat(result.memory().orElseThrow().validators().etag()).contains("\"v2\"");
    }

    @Test
    void readsNoBodyThatItKnows() {
        enqueue(rss(BRIDGE));
        enqueue(rss(BRIDGE));

        String hash = poll(Optional.empty()).memory().orElseThrow().bodyHash().orElseThrow();

        assertThat(poll(Optional.of(state(null, hash))).reason()).isEqualTo(FetchReason.SAME_HASH);
    }

    @Test
    void publishesOnlyWhatIsNewOrChanged() {
        enqueue(rss(BRIDGE));
        enqueue(rss(FERRY + BRIDGE));
        enqueue(rss(FERRY + item("bridge", "The bridge is closed again.")));

        poll(Optional.empty());
        poll(Optional.empty());
        poll(Optional.empty());

        assertThat(kafka.sent())
                .extracting(article -> article.getTitle().orElseThrow())
                .containsExactly("bridge", "ferry", "bridge");
    }

    @Test
    void takesTheComingOfNewsForTheRhythmOfAFeedWithoutDates() {
        enqueue(rss(BRIDGE));
        enqueue(rss(FERRY + BRIDGE));
        enqueue(rss(FERRY + BRIDGE));
        Instant yesterday = CLOCK.instant().minus(Duration.ofDays(1));
        SourceState known = SourceState.newBuilder(state(null, "hash"))
                .setNewest(yesterday)
                .setGapMillis(Duration.ofHours(12).toMillis())
                .build();

        Optional<Rhythm> first = poll(Optional.empty()).rhythm();
        Optional<Rhythm> second = poll(Optional.of(known)).rhythm();
        Optional<Rhythm> nothingNew = poll(Optional.of(known)).rhythm();

        assertThat(first).contains(new Rhythm(CLOCK.instant(), Optional.empty()));
        assertThat(second).contains(new Rhythm(CLOCK.instant(), Optional.of(Duration.ofHours(18))));
        assertThat(nothingNew).isEmpty();
    }

    @Test
    void remembersNothingOfAFeedThatKafkaDidNotTake() {
        enqueue(rss(BRIDGE));
        enqueue(rss(BRIDGE));
        kafka.articles().sendException = new IllegalStateException("no broker");

        PollResult failed = poll(Optional.empty());
        assertThat(failed.reason()).isEqualTo(FetchReason.NOT_PUBLISHED);
        assertThat(failed.detail()).contains("no broker");
        assertThat(failed.memory()).isEmpty();

        kafka.articles().sendException = null;
        assertThat(poll(Optional.empty()).reason()).isEqualTo(FetchReason.WORKING);
        assertThat(kafka.sent()).hasSize(1);
    }

    @Test
    void putsAnEntryWithoutWordsAsideAndGoesOn() {
        enqueue(rss("<item><guid>empty</guid><title>...</title></item>" + BRIDGE));

        assertThat(poll(Optional.empty()).reason()).isEqualTo(FetchReason.WORKING);

        assertThat(kafka.sent()).hasSize(1);
        assertThat(kafka.letters().history())
                .singleElement()
                .satisfies(letter -> assertThat(new String(letter.key(), UTF_8)).isEqualTo("valley empty"));
    }

    @Test
    void namesWhatGoesWrong() {
        server.enqueue(new MockResponse.Builder().code(500).build());
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "60")
                .build());
        enqueue("<html>Log in</html>");

        assertThat(poll(Optional.empty()).reason()).isEqualTo(FetchReason.HTTP_500);
        PollResult throttled = poll(Optional.empty());
        assertThat(throttled.reason()).isEqualTo(FetchReason.RATE_LIMITED);
        assertThat(throttled.after()).contains(Duration.ofSeconds(60));
        assertThat(poll(Optional.empty()).reason()).isEqualTo(FetchReason.HTML);
    }

    @Test
    void fetchesPagesOnceWhereTheFeedHasSummaries() {
        FeedSource source = Sources.fullText("valley", url("/feed"));
        enqueue(rss(localItem("/bridge", "Summary.")));
        enqueue("User-agent: *\nDisallow: /private");
        enqueue("<html><body><article><h1>Bridge</h1><p>" + "The bridge is open, and carts cross it all day. ".repeat(5)
                + "</p></article></body></html>");
        enqueue(rss(localItem("/bridge", "Summary, again.")));

        poll(source, Optional.empty());
        poll(source, Optional.empty());

        assertThat(kafka.sent())
                .singleElement()
                .satisfies(article -> assertThat(article.getText()).contains("carts cross it all day"));
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void takesTheSummaryWhereThePageCannotBeHad() {
        FeedSource source = Sources.fullText("valley", url("/feed"));
        enqueue(rss(localItem("/bridge", "The summary of it.")));
        server.enqueue(new MockResponse.Builder().code(404).build());
        server.enqueue(new MockResponse.Builder().code(403).build());

        assertThat(poll(source, Optional.empty()).reason()).isEqualTo(FetchReason.WORKING);

        assertThat(kafka.sent())
                .singleElement()
                .satisfies(article -> assertThat(article.getText()).contains("The summary of it."));
        assertThat(kafka.metrics()
                        .registry()
                        .get("communique.ingest.pages")
                        .tag("outcome", "http_403")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void staysAwayFromPagesThatRobotsMayNotFetch() {
        FeedSource source = Sources.fullText("valley", url("/feed"));
        enqueue(rss(localItem("/private/bridge", "The summary of it.")));
        enqueue("User-agent: communique-test\nDisallow: /private\n\nUser-agent: *\nAllow: /");

        poll(source, Optional.empty());

        assertThat(kafka.sent())
                .singleElement()
                .satisfies(article -> assertThat(article.getText()).contains("The summary of it."));
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void followsAPageToTheFeedItNames() {
        enqueue("<html><head><link rel='alternate' type='application/rss+xml' href='/real.xml'></head></html>");
        enqueue(rss(BRIDGE));

        PollResult result = poll(Optional.empty());

        assertThat(result.reason()).isEqualTo(FetchReason.WORKING);
        assertThat(result.address().discovered()).contains(url("/real.xml"));
        assertThat(result.memory())
                .as("what the page's server says tells nothing of the feed")
                .isEmpty();
        assertThat(kafka.sent()).hasSize(1);
    }

    @Test
    void keepsCredentialsFromTheHostAFeedMovedTo() throws Exception {
        FeedSource moved = Sources.withHeaders(
                "valley", "https://valley.example/feed", Map.of("X-Api-Key", "k", "user-agent", "Special/1"));
        enqueue(rss(BRIDGE));

        poll(moved, Optional.of(state(null, "hash")));

        assertThat(kafka.sent()).hasSize(1);
        RecordedRequest there = server.takeRequest();
        assertThat(there.getHeaders().get("X-Api-Key")).isNull();
        assertThat(there.getHeaders().get("User-Agent")).isEqualTo("Special/1");
    }

    @Test
    void sendsCredentialsToTheirOwnHostWhereverOnItTheFeedIs() throws Exception {
        FeedSource moved = Sources.withHeaders("valley", url("/old"), Map.of("X-Api-Key", "k"));
        enqueue(rss(BRIDGE));

        poll(moved, Optional.of(state(null, "hash")));

        assertThat(server.takeRequest().getHeaders().get("X-Api-Key")).isEqualTo("k");
    }

    @Test
    void readsTheNewestOfSeveralSitemapsAndThePagesTheyList() {
        enqueue("<sitemapindex><sitemap><loc>" + url("/old.xml") + "</loc><lastmod>2025-01-01</lastmod></sitemap>"
                + "<sitemap><loc>" + url("/new.xml") + "</loc><lastmod>2026-03-04</lastmod></sitemap></sitemapindex>");
        enqueue("<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>" + url("/bridge")
                + "</loc><n:news><n:publication_date>2026-03-04T01:00:00Z</n:publication_date>"
                + "<n:title>Bridge</n:title></n:news></url></urlset>");
        server.enqueue(new MockResponse.Builder().code(500).build());
        server.enqueue(new MockResponse.Builder().code(404).build());
        enqueue("<html><body><article><h1>Bridge</h1><p>" + "The bridge is open, and carts cross it all day. ".repeat(5)
                + "</p></article></body></html>");

        assertThat(poll(Optional.empty()).reason()).isEqualTo(FetchReason.WORKING);

        assertThat(kafka.sent()).singleElement().satisfies(article -> {
            assertThat(article.getText()).contains("carts cross it all day");
            assertThat(article.getPublished()).contains(Instant.parse("2026-03-04T01:00:00Z"));
        });
    }

    @Test
    void looksIntoSitemapsAlsoWhereTheirListStaysAsItIs() {
        String index = "<sitemapindex><sitemap><loc>" + url("/news.xml") + "</loc></sitemap></sitemapindex>";
        enqueue(index);
        enqueue("<urlset/>");
        enqueue(index);
        enqueue("<urlset><url><loc>" + url("/bridge") + "</loc></url></urlset>");
        server.enqueue(new MockResponse.Builder().code(404).build());
        enqueue("<html><body><article><h1>Bridge</h1><p>" + "The bridge is open, and carts cross it all day. ".repeat(5)
                + "</p></article></body></html>");

        PollResult first = poll(Optional.empty());
        SourceState known = PollPlan.after(
                Sources.feed("valley", url("/feed")), Duration.ofMinutes(15), Optional.empty(), first, CLOCK.instant());
        poll(Optional.of(known));

        assertThat(kafka.sent()).hasSize(1);
    }

    @Test
    void knowsASitemapForAFeedWhosePagesAreFetched() {
        FeedSource source = Sources.feed("valley", url("/feed"));
        enqueue("<urlset/>");

        assertThat(poller.fetchesPages(source)).isFalse();
        poll(source, Optional.empty());

        assertThat(poller.fetchesPages(source)).isTrue();
    }

    @Test
    void takesOnlyTheFirstFewForNewsWhereANewFeedHasNoDates() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            items.append(item("story-" + i, "It is told."));
        }
        enqueue(rss(items.toString()));

        poll(Optional.empty());

        assertThat(kafka.sent()).hasSize(500);
        assertThat(kafka.sent().subList(0, 10)).noneMatch(RawArticle::getBackfill);
        assertThat(kafka.sent().subList(10, 500)).allMatch(RawArticle::getBackfill);
    }

    @Test
    void marksWhatIsOldAsLongAsAFeedWasNotReadWhole() {
        enqueue(rss("<item><title>Old</title><link>https://valley.example/old</link>"
                + "<pubDate>Sun, 1 Mar 2026 05:00:00 GMT</pubDate></item>"));
        SourceState answered = SourceState.newBuilder(state(null, null))
                .setSucceeded(CLOCK.instant())
                .build();

        poll(Optional.of(answered));

        assertThat(kafka.sent()).extracting(RawArticle::getBackfill).containsExactly(true);
    }

    @Test
    void marksWhatIsOlderThanItsMemory() {
        enqueue(rss("<item><title>Old</title><link>https://valley.example/old</link>"
                + "<pubDate>Tue, 24 Feb 2026 05:00:00 GMT</pubDate></item>" + BRIDGE));

        poll(Optional.of(state(null, "hash")));

        assertThat(kafka.sent()).extracting(RawArticle::getBackfill).containsExactly(true, false);
    }

    @Test
    void marksWhatIsOldWhenAFeedIsNew() {
        String old = "<item><title>Old</title><link>https://valley.example/old</link>"
                + "<pubDate>Sun, 1 Mar 2026 05:00:00 GMT</pubDate></item>";
        String today = "<item><title>Today</title><link>https://valley.example/today</link>"
                + "<pubDate>Wed, 4 Mar 2026 04:00:00 GMT</pubDate></item>";
        enqueue(rss(old + today));
        enqueue(rss(old.replace("old", "older")));

        poll(Optional.empty());
        SourceState known = state(null, "hash");
        poll(Optional.of(
                SourceState.newBuilder(known).setSucceeded(CLOCK.instant()).build()));

        assertThat(kafka.sent()).extracting(RawArticle::getBackfill).containsExactly(true, false, false);
    }

    @Test
    void namesTheOutletsOfAnAggregator() {
        enqueue(rss("<item><title>Snow</title><link>https://mill.example/1</link>"
                + "<source url='https://ridge.example/feed'>Ridge Times</source></item>" + BRIDGE));

        poll(Sources.aggregator("mill", url("/feed")), Optional.empty());

        assertThat(kafka.sent())
                .extracting(article -> article.getSource().getId())
                .containsExactly("ridge.example", "mill");
    }

    private PollResult poll(Optional<SourceState> known) {
        return poll(Sources.feed("valley", url("/feed")), known);
    }

    private PollResult poll(FeedSource source, Optional<SourceState> known) {
        return poller.take(source, known, poller.fetch(source, known));
    }

    private SourceState state(String etag, String hash) {
        return SourceState.newBuilder()
                .setSourceId("valley")
                .setUrl(url("/feed"))
                .setEtag(etag)
                .setBodyHash(hash)
                .setOutcome("working")
                .setFailures(0)
                .build();
    }

    private String localItem(String path, String summary) {
        return "<item><title>Bridge</title><link>" + url(path) + "</link><description>" + summary
                + "</description></item>";
    }

    private static String item(String name, String text) {
        return "<item><title>" + name + "</title><link>https://valley.example/" + name + "</link><description>" + text
                + "</description></item>";
    }

    private static String rss(String items) {
        return "<rss version='2.0'><channel><title>Valley</title><link>https://valley.example/</link>"
                + "<description>News</description>" + items + "</channel></rss>";
    }

    private void enqueue(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }
}
