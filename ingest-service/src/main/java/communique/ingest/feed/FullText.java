package communique.ingest.feed;

import communique.ingest.IngestMeter;
import communique.ingest.article.CanonicalUrl;
import communique.ingest.article.Content;
import communique.ingest.article.Page;
import communique.ingest.article.PageReader;
import communique.ingest.article.TextDecoder;
import communique.ingest.article.Verdict;
import communique.ingest.fetch.FetchOutcome;
import communique.ingest.fetch.FetchReason;
import communique.ingest.fetch.PageFetcher;
import communique.kit.metrics.Metrics;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fetches the page of an article of which the feed has a summary only. */
public final class FullText {
    private final PageFetcher fetcher;
    private final PageReader pages;
    private final Metrics metrics;

    /** Fetches and reads pages. */
    public FullText(PageFetcher fetcher, PageReader pages, Metrics metrics) {
        this.fetcher = fetcher;
        this.pages = pages;
        this.metrics = metrics;
    }

    /**
     * The content with the page's text, where it can be had and is longer; else the content as it was. Empty where the
     * page's turn did not come in time.
     */
    Optional<Content> of(Content summary, FeedSource source, Instant until) {
        if (summary.url().isEmpty()) {
            return Optional.of(summary);
        }
        String url = summary.url().get();
        return fetcher.fetch(url, headersFor(url, source), until)
                .map(outcome -> page(outcome)
                        .map(page -> merge(summary, page.content()))
                        .orElse(summary));
    }

    /** A source's headers may be credentials: they are for its own host, all but its name for us. */
    static Map<String, String> headersFor(String url, FeedSource source) {
        boolean sameHost = CanonicalUrl.hostOf(url).equals(CanonicalUrl.hostOf(source.url()));
        return source.headers().entrySet().stream()
                .filter(header -> sameHost || header.getKey().equalsIgnoreCase("User-Agent"))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Content merge(Content summary, Content page) {
        String body = page.body().length() > summary.body().length() ? page.body() : summary.body();
        return summary.withBody(body).orElse(page);
    }

    private Optional<Page> page(FetchOutcome outcome) {
        Optional<Page> page = outcome instanceof FetchOutcome.Fresh fresh ? read(fresh) : Optional.empty();
        boolean noArticle = outcome instanceof FetchOutcome.Fresh && page.isEmpty();
        FetchReason reason = noArticle ? FetchReason.NO_ARTICLE : outcome.reason();
        metrics.counter(IngestMeter.PAGES, "outcome", reason.tag()).increment();
        return page;
    }

    private Optional<Page> read(FetchOutcome.Fresh fresh) {
        Verdict<Page> page = TextDecoder.markup(fresh.body().bytes(), fresh.charset())
                .then(html -> pages.html(html, Optional.of(fresh.url())));
        return page.either(Optional::of, why -> Optional.empty());
    }
}
