package communique.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import communique.ingest.feed.FeedSource;
import communique.testkit.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SampleSourceTest {
    private final TestClock clock = TestClock.atFetchTime();

    @Test
    void publishesMoreArticlesAsTimeGoesBy() throws Exception {
        try (SampleSource samples = new SampleSource(clock, 10)) {
            assertThat(items(samples.source())).isEqualTo(10);

            clock.advance(Duration.ofSeconds(17));
            assertThat(items(samples.source())).isEqualTo(12);

            clock.advance(Duration.ofDays(1));
            assertThat(items(samples.source())).isEqualTo(SampleArticle.all().size());
        }
    }

    @Test
    void showsAPageForEveryArticle() throws Exception {
        try (SampleSource samples = new SampleSource(clock, 10)) {
            SampleArticle article = SampleArticle.all().get(0);
            String address = samples.source().url().replace("feed.xml", "articles/" + article.id());

            assertThat(get(address)).contains("an invented article for demonstration");
        }
    }

    private static int items(FeedSource source) throws Exception {
        return get(source.url()).split("<item>", -1).length - 1;
    }

    private static String get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }
}
