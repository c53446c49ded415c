package communique.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FetchReasonTest {
    @Test
    void namesWhatOperatorsAskFor() {
        assertThat(tags())
                .contains(
                        "working",
                        "not_modified",
                        "same_hash",
                        "rate_limited",
                        "http_403",
                        "http_404",
                        "dns",
                        "tls",
                        "connect_timeout",
                        "read_timeout",
                        "too_large",
                        "too_many_redirects",
                        "parse_error",
                        "empty",
                        "html",
                        "blocked_robots",
                        "blocked_ssrf",
                        "cloudflare_challenge");
    }

    @Test
    void isSmallEnoughForATagOfAMetric() {
        Set<String> statuses = IntStream.range(0, 1000)
                .mapToObj(status -> FetchReason.ofStatus(status).tag())
                .collect(Collectors.toSet());

        assertThat(tags()).hasSizeLessThanOrEqualTo(36).allMatch(tag -> tag.matches("[a-z0-9_]+"));
        assertThat(statuses)
                .containsExactlyInAnyOrder(
                        "http_401",
                        "http_403",
                        "http_404",
                        "http_4xx",
                        "http_500",
                        "http_502",
                        "http_503",
                        "http_504",
                        "http_5xx",
                        "unexpected_status");
    }

    @Test
    void isListedWholeForOperators() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "ingest.md"));

        assertThat(tags()).allMatch(tag -> page.contains("`" + tag + "`"));
    }

    @Test
    void countsStatusesAsFailuresThatFeedsComeBackFrom() {
        assertThat(Stream.of(400, 404, 500, 599).map(FetchReason::ofStatus)).allMatch(FetchReason::isSoft);
        assertThat(FetchReason.GONE.isSoft()).isFalse();
    }

    private static Set<String> tags() {
        return Stream.of(FetchReason.values()).map(FetchReason::tag).collect(Collectors.toSet());
    }
}
