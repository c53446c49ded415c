package communique.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import communique.ingest.article.Mutations;
import communique.ingest.fetch.FetchReason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes of a feed: entries or a reason, no exception, within a time. */
class HostileFeedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FeedParser parser = new FeedParser();

    @ParameterizedTest
    @ValueSource(strings = {"rss-2.0.xml", "rss-1.0.xml", "atom-1.0.xml"})
    void readsMutatedFeeds(String name) throws IOException {
        byte[] feed;
        try (InputStream in = HostileFeedTest.class.getResourceAsStream(name)) {
            feed = in.readAllBytes();
        }
        Random random = new Random(name.hashCode());
        for (int round = 0; round < 300; round++) {
            read(Mutations.of(feed, random));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "&",
                "<![CDATA[",
                "<!--",
                "<!DOCTYPE",
                "<!DOCTYPE x [",
                "]]>",
                "<a>",
                "<a b='",
                "&nbsp;",
                "&#",
                "<?xml ",
                "<item>",
                "<item/>",
                "<item><description>&lt;div&gt;</description></item>",
                "\u0000"
            })
    void readsEndlessRepetition(String piece) {
        String many = piece.repeat(500_000 / piece.length());
        read(many.getBytes(UTF_8));
        read(("<rss version='2.0'><channel><title>T</title>" + many + "</channel></rss>").getBytes(UTF_8));
        read(("<rss version='2.0'><channel><item><description>" + many + "</description></item></channel></rss>")
                .getBytes(UTF_8));
    }

    @Test
    void readsNoMoreEntriesOfOneFeedThanAnyPaperHas() {
        String many = "{\"title\":\"The mill\"},".repeat(20_000);

        assertThat(read(("{\"items\":[" + many + "{}]}").getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        ParsedFeed.Feed.class,
                        feed -> assertThat(feed.entries()).hasSize(10_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"items\":[%s{}]}", "{\"authors\":[%s{}],\"items\":[]}"})
    void readsNoMillionsOfEmptyObjects(String form) {
        assertThat(read(form.formatted("{},".repeat(5_000_000)).getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        ParsedFeed.Unreadable.class,
                        why -> assertThat(why.reason()).isEqualTo(FetchReason.PARSE_ERROR));
    }

    private ParsedFeed read(byte[] bytes) {
        ParsedFeed feed = assertTimeoutPreemptively(
                PATIENCE, () -> parser.parse(bytes, Optional.empty(), "https://valley.example/feed"));
        assertThat(feed).isNotNull();
        return feed;
    }
}
