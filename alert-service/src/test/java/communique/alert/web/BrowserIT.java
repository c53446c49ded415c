package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import communique.alert.SampleAlerts;
import communique.alert.delivery.DeliveryConfig;
import communique.alert.delivery.Dispatcher;
import communique.alert.delivery.KnownAlerts;
import communique.alert.delivery.channel.Surroundings;
import communique.alert.delivery.channel.Wanted;
import communique.alert.delivery.console.ConsoleConfig;
import communique.alert.ledger.Ledger;
import communique.alert.store.RecordStore;
import communique.kit.config.Placeholders;
import communique.kit.http.HttpEndpoint;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.metrics.Metrics;
import communique.schemas.Topics;
import communique.schemas.v1.Acknowledgement;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import communique.schemas.v1.Delivery;
import communique.schemas.v1.DeliveryStatus;
import communique.schemas.v1.Evidence;
import communique.schemas.v1.Outcome;
import communique.schemas.v1.SourceState;
import communique.schemas.v1.Speaker;
import communique.schemas.v1.SpeechAct;
import communique.testkit.MockRegistry;
import communique.testkit.Records;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser. Leaves pictures in {@code target/screenshots}. */
class BrowserIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path profile;

    @TempDir
    static Path folder;

    private static Browser browser;

    private final Instant now = Clock.systemUTC().instant();
    private final RecordStore store = new RecordStore(folder);
    private final AlertBoard board = new AlertBoard(new RecentAlerts(10_000, store), () -> {});
    private final Metrics metrics = new Metrics();
    private final Ledger ledger = new Ledger(store);
    private final Topics topics = new Topics("browser-test", 1);
    private final KafkaClients clients = new KafkaClients(
            new KafkaSettings(
                    Map.of("bootstrap.servers", "127.0.0.1:1"),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    MockRegistry.with("browser-test", topics),
                    topics),
            metrics);
    private final Dispatcher dispatcher = new Dispatcher(
            new DeliveryConfig(List.of(new ConsoleConfig("desk", Wanted.ALL, false)), List.of()),
            clients,
            topics,
            metrics,
            new Surroundings(new Placeholders(Map.of()), System.out, Clock.systemUTC()),
            KnownAlerts.NONE);
    private HttpEndpoint endpoint = endpoint(0);
    private long position;

    @BeforeAll
    static void startBrowser() throws Exception {
        assumeTrue(Browser.installed().isPresent(), "no Chromium on this machine, so the page is not tested in one");
        browser = Browser.start(Browser.installed().get(), profile);
    }

    @AfterAll
    static void stopBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        board.setComplete();
        endpoint.start();
        browser.allowScripts(true);
        browser.prefer("light");
        browser.complaints().clear();
    }

    @AfterEach
    void stop() {
        browser.open("about:blank", 800, 600);
        board.close();
        endpoint.close();
        metrics.close();
        store.close();
    }

    @Test
    void showsWhoSaidWhatWhereAndWhen() {
        put(SampleAlerts.joint("a").setPublished(now.minusSeconds(300)));

        open("/");

        waitFor("document.querySelectorAll('.entry').length === 1");
        assertThat(text(".who")).isEqualTo("Russia and Iran on Afghanistan");
        assertThat(text(".headline")).isEqualTo("Russia and Iran ask Kabul to form a government of all groups");
        assertThat(text(".statement:last-of-type mark")).isEqualTo("“Trade will follow,” Samarin said.");
        assertThat(text(".statement:last-of-type figcaption"))
                .isEqualTo("Viktor Samarin, foreign minister, Russia pledges");
        assertThat(text(".topics")).isEqualTo("inclusive government trade");
        assertThat(text(".when")).isEqualTo("5 minutes ago");
        assertThat(text(".why")).isEqualTo("New: first report of this meeting");
        assertThat(text(".sources li")).startsWith("Courier Ministers meet in the valley");
        assertThat(browser.text("document.querySelector('.sources a').href"))
                .isEqualTo("https://courier.example/a1?x=1&y=2");
        assertThat(browser.text("document.querySelector('.sources a').rel")).contains("noopener");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsNewAlertsByItselfNewestFirst() {
        put(SampleAlerts.joint("a").setPublished(now.minusSeconds(300)));
        open("/");
        waitFor("document.getElementById('link-text').textContent === 'Live'");

        put(SampleAlerts.joint("b").setPublished(now).setHeadline("Later news"));
        put(SampleAlerts.joint("c").setPublished(now.minusSeconds(600)).setHeadline("Earlier news"));

        waitFor("document.querySelectorAll('.entry').length === 3");
        assertThat(browser.text("[...document.querySelectorAll('.entry')].map(e => e.id).join()"))
                .isEqualTo("alert-b,alert-a,alert-c");
        assertThat(text("#announcement")).isEqualTo("New: Russia and Iran on Afghanistan: Earlier news");
    }

    @Test
    void replacesAnAlertInItsPlaceWhenItIsUpdated() {
        put(SampleAlerts.joint("a").setPublished(now));
        put(SampleAlerts.joint("b").setPublished(now.minusSeconds(60)));
        open("/");
        waitFor("document.getElementById('link-text').textContent === 'Live'");

        put(SampleAlerts.revision("b", 2).setPublished(now.minusSeconds(60)).setHeadline("Two outlets now"));

        waitFor("document.getElementById('alert-b').querySelector('.headline').textContent === 'Two outlets now'");
        assertThat(browser.text("[...document.querySelectorAll('.entry')].map(e => e.id).join()"))
                .isEqualTo("alert-a,alert-b");
        assertThat(text("#alert-b .revision")).isEqualTo("updated, revision 2");
    }

    @Test
    void letsNoArticleBecomePartOfThePage() {
        String text = "\"'><img src=x onerror='window.caught=1'><script>window.caught=1</script>\u202Eabc";
        put(Alert.newBuilder(SampleAlerts.hostile(text)));
        put(SampleAlerts.joint("link")
                .setSources(List.of(
                        SampleAlerts.source("a1", "A", "Script", "javascript:window.caught=1"),
                        SampleAlerts.source("a1", "B", "Data", "data:text/html,x"),
                        SampleAlerts.source("a1", "C", "No scheme", "//evil.example/"))));

        open("/");

        waitFor("document.querySelectorAll('.entry').length === 2");
        assertThat(browser.eval("document.querySelectorAll('main img, main script').length")
                        .asInt())
                .isZero();
        assertThat(browser.eval("document.querySelectorAll('#alert-link .sources a').length")
                        .asInt())
                .isZero();
        assertThat(browser.text("typeof window.caught")).isEqualTo("undefined");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void setsTextThatRunsFromRightToLeftApart() {
        put(persian("a"));

        open("/");

        waitFor("document.querySelectorAll('.entry').length === 1");
        assertThat(direction(".headline")).isEqualTo("rtl");
        assertThat(direction(".statement")).isEqualTo("rtl");
        assertThat(direction(".who")).isEqualTo("ltr");
    }

    @Test
    void showsOnlyTheStatesThatAreChosenAndRemembersThemInTheAddress() {
        put(SampleAlerts.joint("a").setPublished(now));
        put(chinese("b").setPublished(now));
        open("/");
        waitFor("document.querySelectorAll('.chip').length === 3");

        browser.eval("document.querySelector('.chip[data-code=CN]').click()");

        assertThat(browser.text("location.search")).isEqualTo("?by=CN");
        assertThat(browser.text("document.getElementById('alert-a').hidden")).isEqualTo("true");
        assertThat(browser.text("document.getElementById('alert-b').hidden")).isEqualTo("false");
        open("/?by=RU");
        waitFor("document.querySelectorAll('.entry').length === 2");
        assertThat(browser.text("document.getElementById('alert-b').hidden")).isEqualTo("true");
    }

    @Test
    void canBeReadWithTheKeyboard() {
        put(SampleAlerts.joint("a").setPublished(now));
        put(SampleAlerts.joint("b").setPublished(now.minusSeconds(60)));
        open("/");
        waitFor("document.querySelectorAll('.entry').length === 2");

        browser.press("j");
        assertThat(focused()).isEqualTo("alert-a");
        browser.press("j");
        assertThat(focused()).isEqualTo("alert-b");
        browser.press("k");
        assertThat(focused()).isEqualTo("alert-a");
    }

    @Test
    void leavesTheKeyboardWhereItIsWhenATableIsReadAnew() {
        open("/deliveries.html");
        waitFor("document.querySelector('#channels button') !== null");
        browser.eval("was = document.querySelector('#channels button'); was.focus()");

        browser.eval("document.getElementById('status').dispatchEvent(new Event('input'))");

        waitFor("!was.isConnected");
        assertThat(browser.text("document.activeElement.getAttribute('aria-label')"))
                .isEqualTo("Send a test: desk");
    }

    @Test
    void letsNoTitlePushWhyOutOfSightOrRunOverOtherAlerts() {
        String endless = "ا".repeat(1_000);
        ledger.put(
                0,
                Decision.newBuilder()
                        .setArticleId("a9")
                        .setOutcome(Outcome.NO_STATEMENT)
                        .setReason("no state makes a statement in it")
                        .setArticle(Records.articleRef("a9").setTitle(endless).build())
                        .build());

        browser.open(address("/decisions.html"), 1000, 800);
        waitFor("document.querySelectorAll('#rows td').length > 3");
        assertThat(browser.eval("document.querySelector('.scroll').scrollWidth").asInt())
                .isLessThanOrEqualTo(1_000);

        put(SampleAlerts.joint("z").setPublished(now).setHeadline("Z" + "\u0301".repeat(500)));
        open("/");
        waitFor("document.querySelector('.headline') !== null");
        assertThat(browser.text("getComputedStyle(document.querySelector('.headline')).overflowY"))
                .isEqualTo("clip");
    }

    @Test
    void saysWhereATableIsOld() {
        open("/sources.html");
        waitFor("document.getElementById('empty').textContent !== ''");
        open("/silences.html");
        waitFor("document.getElementById('empty').textContent !== ''");
        open("/deliveries.html");
        waitFor("document.querySelector('#channels button') !== null");

        endpoint.close();
        browser.eval("document.getElementById('status').dispatchEvent(new Event('input'))");

        waitFor("document.getElementById('note').textContent.startsWith('The service does not answer')");
    }

    @Test
    void comesBackAfterTheServiceWasAway() {
        put(SampleAlerts.joint("a").setPublished(now));
        open("/");
        waitFor("document.getElementById('link-text').textContent === 'Live'");
        int port = endpoint.port();

        board.close();
        endpoint.close();
        waitFor("document.getElementById('link-text').textContent === 'Reconnecting'");
        put(SampleAlerts.joint("missed").setPublished(now));
        endpoint = endpoint(port);
        endpoint.start();

        waitFor("document.getElementById('link-text').textContent === 'Live'");
        waitFor("document.getElementById('alert-missed') !== null");
    }

    @Test
    void readsOlderAlertsWhenAsked() {
        for (int i = 0; i < 45; i++) {
            put(SampleAlerts.joint("a" + i).setPublished(now.minusSeconds(i)));
        }
        open("/");
        waitFor("document.querySelectorAll('.entry').length === 30");

        browser.eval("document.getElementById('more').click()");

        waitFor("document.querySelectorAll('.entry').length === 45");
        assertThat(browser.text("document.getElementById('more').hidden")).isEqualTo("true");
    }

    @Test
    void fitsANarrowWindow() {
        put(Alert.newBuilder(SampleAlerts.hostile("longword".repeat(40))));
        put(persian("a"));

        browser.open(address("/"), 320, 600);

        waitFor("document.querySelectorAll('.entry').length === 2");
        assertThat(browser.eval("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(320);
    }

    @Test
    void isReadableWithoutScripts() {
        put(SampleAlerts.joint("a").setPublished(now));
        browser.allowScripts(false);

        open("/");

        browser.allowScripts(true);
        waitFor("location.pathname === '/plain'");
        assertThat(text("h2")).isEqualTo("Russia and Iran ask Kabul to form a government of all groups");
    }

    @Test
    void isSmallAndQuickWithTenThousandAlerts() {
        for (int i = 0; i < 10_000; i++) {
            put(SampleAlerts.joint("a" + i).setPublished(now.minusSeconds(i)));
        }

        open("/");

        waitFor("document.querySelectorAll('.entry').length === 30");
        assertThat(browser.eval("performance.getEntriesByType('resource').reduce((n, r) => n + r.transferSize, 0)")
                        .asInt())
                .isLessThan(300_000);
    }

    @Test
    void showsTheEvidenceOfAnAlert() throws Exception {
        put(evidenced("a"));
        put(SampleAlerts.joint("before").setPublished(now.minus(Duration.ofDays(2))));
        ledger.put(0, "a", new Acknowledgement("a", 1, "Maryam", "seen, calling the ministry", now.minusSeconds(30)));
        open("/");
        waitFor("document.querySelectorAll('.entry').length === 2");

        browser.eval("document.querySelector('#alert-a .more-about').open = true");

        waitFor("document.querySelectorAll('#alert-a .paragraph mark').length === 2");
        assertThat(text("#alert-a .about-it"))
                .contains("says the same", "Said before", "Maryam took note")
                .contains("By which routes")
                .contains("urges · cue asked · about Afghanistan · 90 % sure");
        assertThat(text("#alert-a .paragraph"))
                .startsWith("Before it. The two ministers")
                .endsWith("After it.");
        assertThat(browser.complaints()).isEmpty();
        browser.screenshot(SCREENSHOTS.resolve("evidence.png"));
    }

    @Test
    void findsWhatIsSearchedForAndKeepsItInTheAddress() {
        put(SampleAlerts.joint("a").setPublished(now));
        put(chinese("b").setPublished(now));
        open("/?q=government");

        waitFor("document.querySelectorAll('.entry').length === 1");
        assertThat(browser.text("document.getElementById('q').value")).isEqualTo("government");
        browser.eval("{const q = document.getElementById('q'); q.value = 'nothing of the kind';"
                + " q.dispatchEvent(new Event('input'));}");
        waitFor("document.querySelectorAll('.entry').length === 0 && !document.getElementById('empty').hidden");
        assertThat(browser.text("location.search")).isEqualTo("?q=nothing+of+the+kind");
    }

    @Test
    void showsEveryOtherViewInWords() throws Exception {
        for (int i = 0; i < 12; i++) {
            put(SampleAlerts.joint("a" + i).setPublished(now.minus(Duration.ofHours(7L * i))));
            put(chinese("c" + i).setTopics(List.of("trade")).setPublished(now.minus(Duration.ofHours(11L * i))));
        }
        ledger.put(
                0,
                Decision.newBuilder()
                        .setArticleId("d1")
                        .setOutcome(Outcome.NOT_BY)
                        .setReason("the speakers are IN")
                        .setArticle(SampleAlerts.source(
                                "d1", "Courier", "A visit <b>elsewhere</b>", "https://courier.example/d1"))
                        .build());
        ledger.put(
                0,
                "s1",
                SourceState.newBuilder()
                        .setSourceId("wire-one")
                        .setUrl("https://wire.example/feed")
                        .setPolled(now)
                        .setSucceeded(now)
                        .setNextPoll(now)
                        .setOutcome("ok")
                        .setFailures(0)
                        .build());
        ledger.put(0, "desk/a1", delivery());
        shows("/overview.html", "document.querySelectorAll('.heat').length > 2", "overview");
        shows("/decisions.html", "document.querySelectorAll('#rows td').length > 3", "decisions");
        shows("/deliveries.html", "document.querySelectorAll('#rows td').length > 3", "deliveries");
        shows("/silences.html", "document.getElementById('empty').textContent === 'Nothing is silenced.'", "silences");
        shows("/sources.html", "document.querySelector('#rows .good').textContent === 'fine'", "sources");
    }

    private void shows(String path, String condition, String picture) throws Exception {
        browser.complaints().clear();
        browser.open(address(path), 1200, 800);
        waitFor(condition);
        browser.screenshot(SCREENSHOTS.resolve(picture + ".png"));
        assertThat(browser.complaints()).as(path).isEmpty();
        assertThat(browser.text("document.querySelector('.views [aria-current]').getAttribute('href')"))
                .isEqualTo(path);
        browser.open(address(path), 360, 700);
        waitFor(condition);
        assertThat(browser.eval("document.documentElement.scrollWidth").asInt())
                .as(path)
                .isLessThanOrEqualTo(360);
    }

    private static Delivery delivery() {
        return Delivery.newBuilder()
                .setChannel("desk")
                .setAlertId("a1")
                .setRevision(1)
                .setMessageId("msg_a1_1")
                .setStatus(DeliveryStatus.RETRYING)
                .setReason("serverError")
                .setStatusCode(503)
                .setSnippet("down for maintenance <b>")
                .setAttempts(3)
                .build();
    }

    private Alert.Builder evidenced(String id) {
        String sentence = "The two ministers asked the authorities in Kabul to give every group a say.";
        String paragraph = "Before it. " + sentence + " After it.";
        return SampleAlerts.joint(id)
                .setPublished(now.minusSeconds(300))
                .setEvidence(List.of(
                        new Evidence("a1", "a1/1", null, sentence, paragraph, 11, 11 + sentence.length()),
                        new Evidence(
                                "a2",
                                "a2/1",
                                "a1/1",
                                "Give all a say, they asked.",
                                "Give all a say, they asked.",
                                0,
                                27)));
    }

    @Test
    void hasItsPictureTaken() throws Exception {
        put(chinese("old").setPublished(now.minus(Duration.ofHours(30))));
        put(persian("fa").setPublished(now.minus(Duration.ofMinutes(43))));
        put(SampleAlerts.revision("joint", 2).setPublished(now.minus(Duration.ofMinutes(4))));

        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            picture("/", 1200, scheme);
            picture("/", 390, "narrow-" + scheme);
        }
        browser.prefer("light");
        picture("/plain", 800, "plain");
        browser.media("print");
        picture("/", 800, "print");
        browser.media("screen");

        assertThat(SCREENSHOTS.resolve("light.png")).isNotEmptyFile();
    }

    private void picture(String path, int width, String name) throws Exception {
        browser.open(address(path), width, 800);
        waitFor("document.querySelectorAll('.card').length === 3");
        waitFor("document.getElementById('link-text')?.textContent !== 'Connecting'");
        browser.screenshot(SCREENSHOTS.resolve(name + ".png"));
    }

    private static Alert.Builder persian(String id) {
        return SampleAlerts.joint(id)
                .setSpeakers(List.of("IR"))
                .setHeadline("ایران از باز شدن دوبارهٔ گذرگاه مرزی استقبال کرد")
                .setTopics(List.of("border-water"))
                .setNoveltyReason("a new topic for this speaker")
                .setStatements(List.of(Records.statement("a1")
                        .setText("سخنگو گفت که گذرگاه از فردا برای همه باز است.")
                        .setAct(SpeechAct.PRAISE)
                        .setSpeakers(List.of(new Speaker("IR", "رضا دانش", "foreign-ministry-spokesperson")))
                        .build()))
                .setSources(
                        List.of(SampleAlerts.source("a1", "ساحل نیوز", "گذرگاه باز شد", "https://sahel.example/1")));
    }

    private static Alert.Builder chinese(String id) {
        return Records.alert(id, "a1");
    }

    private void put(Alert.Builder alert) {
        Alert built = alert.build();
        board.put(position++, built.getId(), built);
    }

    private HttpEndpoint endpoint(int port) {
        return new HttpEndpoint("127.0.0.1", port, List.of(), metrics, javalin -> {
            new AlertRoutes(board, 100).addTo(javalin);
            new LedgerRoutes(ledger, board, dispatcher, Clock.systemUTC()).addTo(javalin);
        });
    }

    private String address(String path) {
        return "http://127.0.0.1:" + endpoint.port() + path;
    }

    private void open(String path) {
        browser.open(address(path), 1200, 800);
    }

    private void waitFor(String condition) {
        Callable<Boolean> holds = () -> browser.eval(condition).asBoolean();
        await(condition).atMost(Duration.ofSeconds(15)).ignoreExceptions().until(holds);
    }

    /** What a reader sees of an element, on one line. */
    private String text(String selector) {
        return browser.text("document.querySelector('" + selector + "').innerText.replace(/\\s+/g, ' ').trim()");
    }

    private String direction(String selector) {
        return browser.text("getComputedStyle(document.querySelector('" + selector + "')).direction");
    }

    private String focused() {
        return browser.text("document.activeElement.closest('.entry')?.id ?? ''");
    }
}
