package communique.ingest.fetch;

import communique.ingest.article.Limits;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Fetches the pages of articles as a guest does: where robots may, and one after the other. */
public final class PageFetcher {
    private final HttpFetcher fetcher;
    private final HostGate gate;
    private final Robots robots;

    /** Fetches by these rules. */
    public PageFetcher(HttpFetcher fetcher, HostGate gate, Robots robots) {
        this.fetcher = fetcher;
        this.gate = gate;
        this.robots = robots;
    }

    /** Fetches a page; empty where it was not its turn until then. */
    public Optional<FetchOutcome> fetch(String url, Map<String, String> headers, Instant until) {
        if (!robots.allows(url)) {
            return Optional.of(
                    new FetchOutcome.Failed(FetchReason.BLOCKED_ROBOTS, "robots.txt does not allow this page"));
        }
        FetchRequest page = new FetchRequest(url, headers, Optional.empty(), Optional.empty(), Limits.ARTICLE_BYTES);
        return gate.inTurn(url, until, () -> fetcher.fetch(page));
    }
}
