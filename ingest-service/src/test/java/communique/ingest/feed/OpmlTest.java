package communique.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
