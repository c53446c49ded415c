package communique.ingest.feed;

import communique.ingest.fetch.FetchOutcome;
import communique.ingest.fetch.FetchReason;
import communique.ingest.fetch.FetchRequest;
import communique.ingest.fetch.HostGate;
import communique.ingest.fetch.HttpFetcher;
import communique.schemas.v1.SourceState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches feeds and reads them, also where they are behind a page that names them or in several sitemaps. */
public final class FeedFetcher {
    /** Most bytes of a feed, after decompression. */
    public static final int MOST_BYTES = 15 * 1024 * 1024;

    private static final int MOST_SITEMAPS = 5;

    private static final Duration TURN_WITHIN = Duration.ofMinutes(1);

    private final HttpFetcher fetcher;
    private final HostGate gate;
    private final Clock clock;
    private final FeedParser parser = new FeedParser();

    /**
     * What was found.
     *
     * @param feed a feed or why there is none
     * @param discovered where it was found, if not where it was looked for
     * @param isWhole whether what was fetched holds the entries itself; else it may stay as it is while they change
     */
    public record Found(ParsedFeed feed, Optional<String> discovered, boolean isWhole) {}

    /**
     * Fetches over HTTP.
     *
     * @param gate asked before each request but the first, for which whoever polls has asked it
     */
    public FeedFetcher(HttpFetcher fetcher, HostGate gate, Clock clock) {
        this.fetcher = fetcher;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Fetches a feed.
     *
     * @param known what is known of it
     */
    public FetchOutcome fetch(FeedSource source, Optional<SourceState> known) {
        String url = known.map(SourceState::getUrl).orElse(source.url());
        return fetcher.fetch(new FetchRequest(
                url,
                FullText.headersFor(url, source),
                known.flatMap(SourceState::getEtag),
                known.flatMap(SourceState::getLastModified),
                MOST_BYTES));
    }

    /**
     * Reads what was fetched; the outcome is entries or a reason.
     *
     * @param discover whether to follow a web page to the first feed it names: one that once was a feed is passing
     */
    public Found read(FeedSource source, FetchOutcome.Fresh fresh, boolean discover) {
        ParsedFeed parsed = parse(fresh);
        if (parsed instanceof ParsedFeed.WebPage page) {
            return discover && !page.feeds().isEmpty()
                    ? discovered(source, page.feeds().get(0))
                    : new Found(unreadable(FetchReason.HTML, "it is a web page"), Optional.empty(), true);
        }
        if (parsed instanceof ParsedFeed.Index index) {
            return new Found(sitemaps(source, index.sitemaps()), Optional.empty(), false);
        }
        return new Found(parsed, Optional.empty(), true);
    }

    private Found discovered(FeedSource source, String url) {
        ParsedFeed parsed = feedAt(source, url);
        return parsed instanceof ParsedFeed.Feed
                ? new Found(parsed, Optional.of(url), false)
                : new Found(
                        unreadable(FetchReason.HTML, "it is a web page that names " + url + ", which is no feed"),
                        Optional.empty(),
                        false);
    }

    /** The entries of the newest; one that cannot be had leaves the others. */
    private ParsedFeed sitemaps(FeedSource source, List<String> urls) {
        List<FeedEntry> entries = new ArrayList<>();
        boolean any = urls.isEmpty();
        for (String url : urls.subList(0, Math.min(MOST_SITEMAPS, urls.size()))) {
            if (feedAt(source, url) instanceof ParsedFeed.Feed feed) {
                any = true;
                entries.addAll(feed.entries());
            }
        }
        return any
                ? new ParsedFeed.Feed(FeedForm.SITEMAP, Optional.empty(), Optional.empty(), List.copyOf(entries))
                : unreadable(FetchReason.PARSE_ERROR, "none of its sitemaps can be read");
    }

    private ParsedFeed feedAt(FeedSource source, String url) {
        Map<String, String> headers = FullText.headersFor(url, source);
        FetchRequest request = new FetchRequest(url, headers, Optional.empty(), Optional.empty(), MOST_BYTES);
        return gate.inTurn(url, clock.instant().plus(TURN_WITHIN), () -> fetcher.fetch(request))
                .map(outcome -> outcome instanceof FetchOutcome.Fresh fresh
                        ? parse(fresh)
                        : unreadable(outcome.reason(), "it cannot be fetched"))
                .orElseGet(() -> unreadable(FetchReason.READ_TIMEOUT, "its host's turn did not come"));
    }

    private ParsedFeed parse(FetchOutcome.Fresh fresh) {
        return parser.parse(fresh.body().bytes(), fresh.charset(), fresh.url());
    }

    private static ParsedFeed unreadable(FetchReason reason, String detail) {
        return new ParsedFeed.Unreadable(reason, detail);
    }
}
