package communique.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.kit.config.InvalidConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceListTest {
    @TempDir
    private Path folder;

    @Test
    void readsEverythingASourceMayHave() throws IOException {
        FeedSource source = read("""
            sources:
              - id: ridge-times
                url: https://ridge.example/feed
                name: Ridge Times
                country: PK
                language: ur
                official: true
                poll: 5m
                fullText: true
                aggregator: true
                headers: {X-Key: k}
            """).sources().get(0);

        assertThat(source.id()).isEqualTo("ridge-times");
        assertThat(source.url()).isEqualTo("https://ridge.example/feed");
        assertThat(source.outlet().getName()).isEqualTo("Ridge Times");
        assertThat(source.outlet().getCountry()).contains("PK");
        assertThat(source.outlet().getOfficial()).isTrue();
        assertThat(source.language()).contains("ur");
        assertThat(source.interval()).contains(Duration.ofMinutes(5));
        assertThat(source.fullText()).isTrue();
        assertThat(source.aggregator()).isTrue();
        assertThat(source.headers()).isEqualTo(Map.of("X-Key", "k"));
    }

    @Test
    void needsNoMoreThanIdAndUrl() throws IOException {
        FeedSource source = read("sources: [{id: ridge, url: 'https://ridge.example/feed'}]")
                .sources()
                .get(0);

        assertThat(source.outlet().getName()).isEqualTo("ridge");
        assertThat(source.outlet().getCountry()).isEmpty();
        assertThat(source.outlet().getOfficial()).isFalse();
        assertThat(source.interval()).isEmpty();
        assertThat(source.fullText()).isFalse();
        assertThat(source.headers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [{url: 'https://a.example/'}]                                       | id is needed
        [{id: Ridge Times, url: 'https://a.example/'}]                      | id is needed
        [{id: a}]                                                           | url of 'a' is needed
        [{id: a, url: a.example}]                                           | url of 'a' is needed
        [{id: a, url: 'https://a.example/', country: Iran}]                 | country of 'a'
        [{id: a, url: 'https://a.example/', poll: often}]                   | poll of 'a': 'often' is not a duration
        [{id: a, url: 'https://a.example/', language: Farsi}]               | language of 'a' is a code by BCP 47
        [{id: a, url: 'https://a.example/', headers: {X Key: k}}]           | header 'X Key' of 'a' has a name
        [{id: a, url: 'https://a.example/', headers: {X-Key: }}]            | header 'X-Key' of 'a' needs a value
        [{id: a, url: 'https://a.example/', headers: {X-Key: ключ}}]        | header 'X-Key' of 'a' has a value of
        [{id: a, url: 'https://a.example/', headers: {X-Key: "a\\nb"}}]      | header 'X-Key' of 'a' has a value of
        [{id: a, url: 'https://a.example/', headers: {accept-encoding: br}}] | header 'accept-encoding' of 'a' is set
        [{id: a, url: 'https://a.example/', poll: 10ms}]                    | at least 1s
        [{id: a, url: 'https://a.example/', tier: high}]                    | is not a number
        [{id: a, url: 'https://a.example/', official: perhaps}]             | is not true or false
        [{id: a, url: 'https://a.example/', fulltext: true}]                | did you mean fullText?
        [{id: a, url: 'https://a.example/'}, {id: a, url: 'https://b.example/'}] | given twice
        """)
    void saysWhatIsWrong(String sources, String message) {
        assertThatThrownBy(() -> read("sources: " + sources))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("sources.yaml");
    }

    private SourceList read(String yaml) throws IOException {
        return SourceList.read(Files.writeString(folder.resolve("sources.yaml"), yaml));
    }

    @Test
    void readsTheSetThatIsShipped() {
        SourceList list = SourceList.read(Path.of("..", "docs", "examples", "sources.yaml"));

        assertThat(list.sources()).hasSizeGreaterThan(100);
        assertThat(list.sources())
                .extracting(source -> source.outlet().getCountry().orElse(""))
                .contains("CN", "RU", "IR", "PK", "AF", "UZ", "TJ");
    }
}
