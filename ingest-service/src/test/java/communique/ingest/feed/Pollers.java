package communique.ingest.feed;

import communique.ingest.article.PageReader;
import communique.ingest.fetch.HostGate;
import communique.ingest.fetch.HttpFetcher;
import communique.ingest.fetch.PageFetcher;
import communique.ingest.fetch.Robots;
import communique.ingest.publish.FakeKafka;
import java.time.Clock;
import java.time.Duration;

/** Pollers for tests. */
final class Pollers {
    private Pollers() {}

    static FeedPoller of(HttpFetcher fetcher, HostGate gate, FakeKafka kafka, Clock clock) {
        PageFetcher pages = new PageFetcher(fetcher, gate, new Robots(fetcher, gate, "Communique-Test/1", clock));
        return new FeedPoller(
                new FeedFetcher(fetcher, gate, clock),
                new FullText(pages, new PageReader(), kafka.metrics()),
                kafka.intake(),
                kafka.deadLetters(),
                kafka.seen(),
                Duration.ofHours(24),
                clock);
    }
}
