package communique.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.kit.config.InvalidConfigException;
import communique.kit.config.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestConfigTest {
    @TempDir
    private Path folder;

    @Test
    void hasDefaultsForEverything() {
        IngestConfig config = config(Map.of());

        assertThat(config.process().host()).isEqualTo("127.0.0.1");
        assertThat(config.process().port()).isEqualTo(8083);
        assertThat(config.process().stopWithin()).isEqualTo(Duration.ofSeconds(25));
        assertThat(config.sources().sources()).isEmpty();
        assertThat(config.pollInterval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.pollThreads()).isEqualTo(32);
        assertThat(config.fetchTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.userAgent()).isEqualTo("Communique/0.1");
        assertThat(config.allow()).isEmpty();
        assertThat(config.pushToken()).isEmpty();
        assertThat(config.seenMax()).isEqualTo(200_000);
    }

    @Test
    void readsEveryKey() throws IOException {
        Path sources = Files.writeString(
                folder.resolve("sources.yaml"), "sources: [{id: ridge, url: 'https://ridge.example/feed'}]");

        IngestConfig config = config(Map.of(
                "http.host", "0.0.0.0",
                "http.port", "0",
                "ingest.sources", sources.toString(),
                "ingest.poll.interval", "5m",
                "ingest.poll.threads", "2",
                "ingest.fetch.timeout", "3s",
                "ingest.fetch.user-agent", "Reader/2",
                "ingest.fetch.allow", "127.0.0.0/8,::1/128",
                "ingest.push.token", "s3cret",
                "ingest.seen.max", "5000"));

        assertThat(config.process().port()).isZero();
        assertThat(config.sources().sources()).hasSize(1);
        assertThat(config.pollInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.pollThreads()).isEqualTo(2);
        assertThat(config.fetchTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.userAgent()).isEqualTo("Reader/2");
        assertThat(config.allow()).hasSize(2);
        assertThat(config.pushToken()).contains("s3cret");
        assertThat(config.seenMax()).isEqualTo(5000);
        assertThat(config.toString()).doesNotContain("s3cret");
    }

    @Test
    void readsWhereAndHowLongItLooks() {
        IngestConfig config = config(
                Map.of("ingest.drop", folder.toString(), "ingest.poll.backlog", "6h", "ingest.fetch.host.pause", "9s"));

        assertThat(config.drop()).contains(folder);
        assertThat(config.backlog()).isEqualTo(Duration.ofHours(6));
        assertThat(config.hostPause()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() throws IOException {
        Path sources = Files.writeString(folder.resolve("sources.yaml"), "sources: [{id: ridge}]");

        assertThatThrownBy(() -> config(Map.of(
                        "http.host", "0.0.0.0",
                        "ingest.sources", sources.toString(),
                        "ingest.fetch.allow", "home")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("ingest.push.token")
                .hasMessageContaining("url of 'ridge' is needed")
                .hasMessageContaining("'home' is not a range of addresses");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ingest.poll.interval    | 0s
        ingest.fetch.timeout    | 0s
        ingest.fetch.timeout    | 999d
        ingest.fetch.user-agent | Читатель/2
        ingest.fetch.user-agent | ''
        """)
    void refusesWhatNoFeedCouldBePolledWith(String key, String value) {
        assertThatThrownBy(() -> config(Map.of(key, value)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void needsNoTokenWhereOnlyThisMachineCanConnect(String host) {
        assertThat(config(Map.of("http.host", host)).pushToken()).isEmpty();
    }

    @Test
    void takesABlankTokenForNone() {
        assertThatThrownBy(() -> config(Map.of("http.host", "0.0.0.0", "ingest.push.token", " ")))
                .isInstanceOf(InvalidConfigException.class);
    }

    private static IngestConfig config(Map<String, String> values) {
        return IngestConfig.of(new SettingsLoader(IngestConfig.DEFINITION, Map.of()).load(Optional.empty(), values));
    }
}
