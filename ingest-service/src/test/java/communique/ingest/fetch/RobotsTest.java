package communique.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import communique.kit.http.AddressGuard;
import communique.kit.http.Cidr;
import communique.testkit.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTest {
    private final TestClock clock = TestClock.at("2026-03-04T05:00:00Z");
    private final MockWebServer server = new MockWebServer();
    private final HttpFetcher fetcher = new HttpFetcher(
            new AddressGuard(List.of(Cidr.parse("127.0.0.0/8"))), Duration.ofSeconds(5), "Communique/1 (+url)", clock);
    private final HostGate gate = new HostGate(Duration.ofSeconds(5), clock);
    private final Robots robots = new Robots(fetcher, gate, "Communique/1 (+url)", clock);

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
    void followsTheRulesForOurNameElseThoseForAll() {
        answer("User-agent: *\nDisallow: /\n\nUser-agent: communique\nDisallow: /private/");
        assertThat(robots.allows(url("/news"))).isTrue();
        assertThat(robots.allows(url("/private/1"))).isFalse();
    }

    @Test
    void takesNoRulesForANameThatOnlyBeginsLikeOurs() {
        answer("User-agent: communiquebot\nDisallow: /\n\nUser-agent: *\nDisallow: /admin");
        assertThat(robots.allows(url("/news"))).isTrue();
        assertThat(robots.allows(url("/admin"))).isFalse();
    }

    @Test
    void letsTheLongestRuleWin() {
        answer("User-agent: *\nDisallow: /news/\nAllow: /news/world/\nDisallow: /*.pdf$");
        assertThat(robots.allows(url("/news/local/1"))).isFalse();
        assertThat(robots.allows(url("/news/world/1"))).isTrue();
        assertThat(robots.allows(url("/a.pdf"))).isFalse();
        assertThat(robots.allows(url("/a.pdf?page=1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void allowsEverythingWhereThereIsNoSuchFile(int status) {
        status(status);
        assertThat(robots.allows(url("/news"))).isTrue();
    }

    @Test
    void allowsNothingForAnHourWhereTheSiteCannotBeAsked() {
        status(503);
        assertThat(robots.allows(url("/news"))).isFalse();

        clock.advance(Duration.ofMinutes(59));
        assertThat(robots.allows(url("/news"))).isFalse();
        assertThat(server.getRequestCount()).isEqualTo(1);

        status(404);
        clock.advance(Duration.ofMinutes(2));
        assertThat(robots.allows(url("/news"))).isTrue();
    }

    @Test
    void asksASiteOnceInSixHours() {
        answer("");
        answer("User-agent: *\nDisallow: /");
        assertThat(robots.allows(url("/news"))).isTrue();
        clock.advance(Duration.ofMinutes(359));
        assertThat(robots.allows(url("/news"))).isTrue();

        clock.advance(Duration.ofMinutes(2));

        assertThat(robots.allows(url("/news"))).isFalse();
    }

    @Test
    void readsALargeFileToItsEnd() {
        answer("# nothing to see here\n".repeat(25_000) + "User-agent: *\nDisallow: /private/");
        assertThat(robots.allows(url("/private/1"))).isFalse();
    }

    @Test
    void keepsThePauseASiteAsksFor() {
        answer("User-agent: *\nCrawl-delay: 30");
        assertThat(robots.allows(url("/news"))).isTrue();

        gate.tryEnter(url("/news")).orElseThrow().close();
        clock.advance(Duration.ofSeconds(29));
        assertThat(gate.tryEnter(url("/news"))).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(gate.tryEnter(url("/news"))).isPresent();
    }

    private void answer(String text) {
        server.enqueue(new MockResponse.Builder().body(text).build());
    }

    private void status(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }
}
