package communique.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.ingest.fetch.FetchOutcome.Directions;
import communique.ingest.fetch.FetchOutcome.Failed;
import communique.ingest.fetch.FetchOutcome.Fresh;
import communique.ingest.fetch.FetchOutcome.NotModified;
import communique.ingest.fetch.FetchOutcome.Throttled;
import communique.ingest.fetch.FetchOutcome.Validators;
import communique.kit.http.AddressGuard;
import communique.kit.http.Cidr;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {
    private static final int MOST = 100_000;
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:00:00Z"), ZoneOffset.UTC);

    private final MockWebServer server = new MockWebServer();
    private final HttpFetcher fetcher = fetcher("127.0.0.0/8", "::1/128");

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
    void givesBodyValidatorsCharsetAndAddress() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("ETag", "W/\"a b\"")
                .addHeader("Last-Modified", "yesterday, I think")
                .addHeader("Content-Type", "application/rss+xml; charset=KOI8-R")
                .body("news")
                .build());

        Fresh fresh = (Fresh) fetch("/feed");

        assertThat(new String(fresh.body().bytes(), UTF_8)).isEqualTo("news");
        assertThat(fresh.validators())
                .isEqualTo(new Validators(Optional.of("W/\"a b\""), Optional.of("yesterday, I think")));
        assertThat(fresh.charset()).contains("KOI8-R");
        assertThat(fresh.url()).isEqualTo(url("/feed"));
    }

    @Test
    void tellsWherePermanentRedirectsLeadAndNoFurther() {
        server.enqueue(redirect(301, "/new"));
        server.enqueue(redirect(302, "/today"));
        server.enqueue(body("news"));
        server.enqueue(redirect(307, "/today"));
        server.enqueue(body("news"));

        assertThat(((Fresh) fetch("/old")).directions().movedTo()).contains(url("/new"));
        assertThat(((Fresh) fetch("/old")).directions().movedTo()).isEmpty();
    }

    @Test
    void tellsHowLongABodyMayBeKept() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Cache-Control", "public, max-age=600")
                .addHeader("ETag", "\"1\"")
                .body("news")
                .build());
        server.enqueue(new MockResponse.Builder()
                .addHeader("Expires", "0")
                .addHeader("ETag", "\"1\"")
                .body("news")
                .build());

        Fresh kept = (Fresh) fetch("/");
        Fresh expired = (Fresh) fetch("/");

        assertThat(kept.directions().keepFor()).contains(Duration.ofMinutes(10));
        assertThat(kept.validators().etag()).contains("\"1\"");
        assertThat(expired.validators().etag()).isEmpty();
    }

    @Test
    void knowsAChallengeFromAnError() {
        server.enqueue(new MockResponse.Builder()
                .code(403)
                .addHeader("cf-mitigated", "challenge")
                .build());

        assertThat(fetch("/").reason()).isEqualTo(FetchReason.CLOUDFLARE_CHALLENGE);
    }

    private static MockResponse redirect(int code, String to) {
        return new MockResponse.Builder().code(code).addHeader("Location", to).build();
    }

    @Test
    void sendsValidatorsBackByteForByte() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(304)
                .addHeader("Last-Modified", "now")
                .build());

        FetchOutcome outcome = fetcher.fetch(new FetchRequest(
                url("/"), Map.of(), Optional.of("W/\"a-\u00fc\""), Optional.of("yesterday, I think"), MOST));

        assertThat(outcome)
                .isEqualTo(new NotModified(new Validators(Optional.empty(), Optional.of("now")), Directions.NONE));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("If-None-Match")).isEqualTo("W/\"a-\u00fc\"");
        assertThat(request.getHeaders().get("If-Modified-Since")).isEqualTo("yesterday, I think");
    }

    @Test
    void namesItselfAndSendsTheSourcesHeaders() throws Exception {
        server.enqueue(body("news"));
        server.enqueue(body("news"));

        fetch("/");
        fetcher.fetch(request(url("/"), Map.of("User-Agent", "Special/1", "X-Key", "k")));

        assertThat(server.takeRequest().getHeaders().get("User-Agent")).isEqualTo("Communique-Test/1");
        RecordedRequest second = server.takeRequest();
        assertThat(second.getHeaders().get("User-Agent")).isEqualTo("Special/1");
        assertThat(second.getHeaders().get("X-Key")).isEqualTo("k");
    }

    @Test
    void keepsNoCookiesAndTakesNoCompressionButGzip() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Set-Cookie", "reader=17; Path=/")
                .body("news")
                .build());
        server.enqueue(body("news"));

        fetch("/");
        fetch("/");

        server.takeRequest();
        RecordedRequest again = server.takeRequest();
        assertThat(again.getHeaders().get("Cookie")).isNull();
        assertThat(again.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void keepsTheSourcesHeadersFromOtherHosts() throws Exception {
        server.enqueue(redirect("http://localhost:" + server.getPort() + "/there"));
        server.enqueue(body("news"));

        FetchOutcome outcome = fetcher.fetch(request(url("/"), Map.of("X-Key", "k", "User-Agent", "Special/1")));

        assertThat(outcome.reason()).isEqualTo(FetchReason.WORKING);
        assertThat(server.takeRequest().getHeaders().get("X-Key")).isEqualTo("k");
        RecordedRequest there = server.takeRequest();
        assertThat(there.getHeaders().get("X-Key")).isNull();
        assertThat(there.getHeaders().get("User-Agent")).isEqualTo("Special/1");
    }

    @ParameterizedTest
    @CsvSource({
        "400, HTTP_4XX",
        "401, HTTP_401",
        "403, HTTP_403",
        "404, HTTP_404",
        "410, GONE",
        "418, HTTP_4XX",
        "500, HTTP_500",
        "503, HTTP_503",
        "521, HTTP_5XX",
        "204, UNEXPECTED_STATUS",
        "300, UNEXPECTED_STATUS"
    })
    void namesEveryStatus(int status, FetchReason reason) {
        server.enqueue(new MockResponse.Builder().code(status).build());

        assertThat(fetch("/"))
                .isInstanceOf(Failed.class)
                .extracting(FetchOutcome::reason)
                .isEqualTo(reason);
    }

    @Test
    void hearsWhenToComeLater() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "90")
                .build());
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "Wed, 4 Mar 2026 05:10:00 GMT")
                .build());
        server.enqueue(new MockResponse.Builder().code(429).build());

        assertThat(fetch("/")).isEqualTo(new Throttled(Optional.of(Duration.ofSeconds(90))));
        assertThat(fetch("/")).isEqualTo(new Throttled(Optional.of(Duration.ofMinutes(10))));
        assertThat(fetch("/")).isEqualTo(new Throttled(Optional.empty()));
    }

    @Test
    void followsFiveRedirectsAndNoMore() {
        for (int i = 0; i < 5; i++) {
            server.enqueue(redirect("/" + i));
        }
        server.enqueue(body("news"));

        assertThat(((Fresh) fetch("/")).url()).isEqualTo(url("/4"));

        for (int i = 0; i < 6; i++) {
            server.enqueue(redirect("/" + i));
        }
        assertThat(fetch("/").reason()).isEqualTo(FetchReason.TOO_MANY_REDIRECTS);
    }

    /** A request is sent once more for each connection that was kept and has gone bad. */
    @Test
    void takesNoConnectionThatBrokeForARedirect() {
        for (int i = 0; i < 5; i++) {
            server.enqueue(new MockResponse.Builder()
                    .headersDelay(1, TimeUnit.SECONDS)
                    .body("news")
                    .build());
        }
        List<CompletableFuture<FetchOutcome>> first = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> fetch("/" + i), work -> new Thread(work).start()))
                .toList();
        first.forEach(CompletableFuture::join);
        for (int i = 0; i < 5; i++) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
        }
        server.enqueue(redirect("/a"));
        server.enqueue(redirect("/b"));
        server.enqueue(body("news"));

        assertThat(fetch("/").reason()).isEqualTo(FetchReason.WORKING);
    }

    @Test
    void stopsAtTheCapWithoutTrustingTheLength() {
        server.enqueue(new MockResponse.Builder()
                .chunkedBody("x".repeat(MOST + 1), 1000)
                .build());
        server.enqueue(body("x".repeat(MOST)));

        assertThat(fetch("/").reason()).isEqualTo(FetchReason.TOO_LARGE);
        assertThat(fetch("/").reason()).isEqualTo(FetchReason.WORKING);
    }

    @Test
    void countsWhatComesOutOfCompression() throws IOException {
        Buffer bomb = new Buffer();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb.outputStream())) {
            gzip.write(new byte[50 * 1024 * 1024]);
        }
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(bomb)
                .build());

        assertThat(fetch("/").reason()).isEqualTo(FetchReason.TOO_LARGE);
    }

    @Test
    void givesUpOnABodyThatDrips() {
        server.enqueue(new MockResponse.Builder()
                .body("x".repeat(100))
                .throttleBody(1, 200, TimeUnit.MILLISECONDS)
                .build());

        try (HttpFetcher hasty = fetcher(Duration.ofSeconds(1), "127.0.0.0/8")) {
            long started = System.nanoTime();
            assertThat(hasty.fetch(request(url("/"), Map.of())).reason()).isEqualTo(FetchReason.READ_TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void namesAnEmptyBody() {
        server.enqueue(body(""));

        assertThat(fetch("/").reason()).isEqualTo(FetchReason.EMPTY);
    }

    @Test
    void namesABrokenConnection() {
        server.enqueue(new MockResponse.Builder()
                .body("x".repeat(1000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(fetch("/").reason()).isEqualTo(FetchReason.NETWORK);
    }

    @Test
    void namesAPortWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }

        assertThat(fetcher.fetch(request("http://127.0.0.1:" + port + "/", Map.of()))
                        .reason())
                .isEqualTo(FetchReason.CONNECT);
    }

    @Test
    void tellsAHostThatDoesNotConnectFromOneThatDoesNotAnswer() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                HttpFetcher hasty = fetcher(Duration.ofMillis(600), "127.0.0.0/8")) {
            while (connects(full, waiting)) {
                assertThat(waiting).as("connections that are not taken").hasSizeLessThan(100);
            }

            assertThat(hasty.fetch(request("http://127.0.0.1:" + full.getLocalPort() + "/", Map.of()))
                            .reason())
                    .isEqualTo(FetchReason.CONNECT_TIMEOUT);
            assertThat(hasty.fetch(request("http://127.0.0.1:" + silent.getLocalPort() + "/", Map.of()))
                            .reason())
                    .isEqualTo(FetchReason.READ_TIMEOUT);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static boolean connects(ServerSocket server, List<Socket> waiting) throws IOException {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
            socket.connect(server.getLocalSocketAddress(), 300);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void namesAHostWithoutAnAddress() {
        assertThat(fetcher.fetch(request("http://nowhere.invalid/", Map.of())).reason())
                .isEqualTo(FetchReason.DNS);
    }

    @Test
    void namesAWrongHandshake() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerInPlain(plain));

            FetchOutcome outcome = fetcher.fetch(request("https://127.0.0.1:" + plain.getLocalPort() + "/", Map.of()));

            assertThat(outcome.reason()).isEqualTo(FetchReason.TLS);
            answered.get(5, TimeUnit.SECONDS);
        }
    }

    private static void answerInPlain(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://news.example/", "file:///etc/hostname", "/feed", "http://"})
    void namesWhatIsNoWebAddress(String url) {
        assertThat(fetcher.fetch(request(url, Map.of())).reason()).isEqualTo(FetchReason.INVALID_URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/", "http://localhost:%d/", "http://0.0.0.0:%d/", "http://2130706433:%d/",
                "http://0x7f000001:%d/", "http://[::ffff:127.0.0.1]:%d/", "http://169.254.169.254/", "https://10.0.0.1/"
            })
    void connectsToPublicAddressesOnly(String url) {
        HttpFetcher guarded = fetcher();

        FetchOutcome outcome = guarded.fetch(request(String.format(Locale.ROOT, url, server.getPort()), Map.of()));

        // Whether an odd spelling resolves at all is up to the platform.
        assertThat(outcome.reason()).isIn(FetchReason.BLOCKED_SSRF, FetchReason.DNS);
        assertThat(server.getRequestCount()).isZero();
        guarded.close();
    }

    @Test
    void followsNoRedirectInside() {
        server.enqueue(redirect("http://169.254.169.254/latest"));

        assertThat(fetch("/").reason()).isEqualTo(FetchReason.BLOCKED_SSRF);
    }

    @Test
    void isNotMisledByANameThatChangesItsAddress() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Connection", "close")
                .body("news")
                .build());
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
        HttpFetcher guarded = new HttpFetcher(
                new AddressGuard(List.of(Cidr.parse("127.0.0.1/32"))),
                name -> List.of(InetAddress.getByName(answers.remove())),
                DEADLINE,
                "Communique-Test/1",
                CLOCK);
        FetchRequest feed = request("http://valley.example:" + server.getPort() + "/feed", Map.of());

        assertThat(guarded.fetch(feed).reason()).isEqualTo(FetchReason.WORKING);
        assertThat(guarded.fetch(feed).reason()).isEqualTo(FetchReason.BLOCKED_SSRF);
        guarded.close();
    }

    private FetchOutcome fetch(String path) {
        return fetcher.fetch(request(url(path), Map.of()));
    }

    private static FetchRequest request(String url, Map<String, String> headers) {
        return new FetchRequest(url, headers, Optional.empty(), Optional.empty(), MOST);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    private static MockResponse body(String text) {
        return new MockResponse.Builder().body(text).build();
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(302)
                .addHeader("Location", location)
                .build();
    }

    private static HttpFetcher fetcher(String... allowed) {
        return fetcher(DEADLINE, allowed);
    }

    private static HttpFetcher fetcher(Duration deadline, String... allowed) {
        return new HttpFetcher(
                new AddressGuard(List.of(allowed).stream().map(Cidr::parse).toList()),
                deadline,
                "Communique-Test/1",
                CLOCK);
    }
}
