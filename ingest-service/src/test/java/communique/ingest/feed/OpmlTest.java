package communique.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpmlTest {
    @Test
    void readsTheFeedsOfAllFolders() {
        String opml = "<opml version='1.0'><body><outline text='Valley'>"
                + "<outline type='rss' text='Ridge &amp; Sons' xmlUrl='https://ridge.example/feed' language='en'/>"
                + "<outline text='Again' xmlUrl='https://RIDGE.example/feed'/>"
                + "<outline title='山' xmlUrl='https://mill.example/feed'/></outline>"
                + "<outline text='No feed' htmlUrl='https://lake.example/'/></body></opml>";

        List<FeedSource> sources = Opml.read(opml);

        assertThat(sources).extracting(FeedSource::id).containsExactly("ridge-sons", "mill-example");
        assertThat(sources.get(0).outlet().getName()).isEqualTo("Ridge & Sons");
        assertThat(sources.get(0).language()).contains("en");
    }

    @ParameterizedTest
    @CsvSource({
        "feed://ridge.example/rss, http://ridge.example/rss",
        "feed:https://ridge.example/rss, https://ridge.example/rss",
        "feed://https://ridge.example/rss, https://ridge.example/rss"
    })
    void readsTheSchemeOfFeeds(String written, String url) {
        assertThat(Opml.read("<opml><body><outline xmlUrl='" + written + "'/></body></opml>"))
                .extracting(FeedSource::url)
                .containsExactly(url);
    }

    @Test
    void tellsWhatItLeavesOut() {
        String opml = "<opml><body><outline xmlUrl='/rss'/><outline text='A folder'/>"
                + "<outline xmlUrl='https://ridge.example/rss' language='English (US)'/></body></opml>";

        assertThat(Opml.leftOut(opml)).containsExactly("/rss");
        assertThat(Opml.read(opml))
                .singleElement()
                .satisfies(source -> assertThat(source.language()).isEmpty());
    }

    @Test
    void givesEachOfManyFeedsOfOneLongNameAnIdOfItsOwn() {
        String name = "The Gazette of the Upper and the Lower Valley and of All Their Mills and Bridges";
        String outlines = IntStream.range(0, 200)
                .mapToObj(number -> "<outline text='" + name + "' xmlUrl='https://ridge.example/" + number + "'/>")
                .collect(Collectors.joining());

        assertThat(Opml.read("<opml><body>" + outlines + "</body></opml>"))
                .extracting(FeedSource::id)
                .hasSize(200)
                .doesNotHaveDuplicates();
    }

    @Test
    void readsWhatItWrites() {
        List<FeedSource> sources = List.of(
                Sources.feed("ridge", "https://ridge.example/feed?a=1&b=2"),
                Sources.feed("valley", "https://valley.example/feed"));

        assertThat(Opml.read(Opml.write(sources)))
                .extracting(FeedSource::url)
                .containsExactly("https://ridge.example/feed?a=1&b=2", "https://valley.example/feed");
    }
}
