package communique.ingest.feed;

import communique.ingest.IngestMeter;
import communique.ingest.article.CanonicalUrl;
import communique.ingest.article.Content;
import communique.ingest.article.Limits;
import communique.ingest.article.Page;
import communique.ingest.article.PageReader;
import communique.ingest.article.TextDecoder;
import communique.ingest.article.Verdict;
import communique.ingest.fetch.FetchOutcome;
import communique.ingest.fetch.FetchReason;
import communique.ingest.fetch.FetchRequest;
import communique.ingest.fetch.HttpFetcher;
import communique.kit.metrics.Metrics;
import java.util.Map;
import java.util.Optional;

/** Fetches the page of an article of which the feed has a summary only. */
public final class FullText {
    private final HttpFetcher fetcher;
    private final PageReader pages;
    private final Metrics metrics;

    /** Fetches and reads pages. */
    public FullText(HttpFetcher fetcher, PageReader pages, Metrics metrics) {
        this.fetcher = fetcher;
        this.pages = pages;
        this.metrics = metrics;
    }

    /** The content with the page's text, where it can be had and is longer; else the content as it was. */
    Content of(Content summary, FeedSource source) {
        return summary.url()
                .flatMap(url -> page(url, headers(url, source)))
                .map(page -> merge(summary, page.content()))
                .orElse(summary);
    }

    /** A source's headers may be credentials: they are for its own host. */
    private static Map<String, String> headers(String url, FeedSource source) {
        boolean sameHost = CanonicalUrl.hostOf(url).equals(CanonicalUrl.hostOf(source.url()));
        return sameHost ? source.headers() : Map.of();
    }

    private static Content merge(Content summary, Content page) {
        String body = page.body().length() > summary.body().length() ? page.body() : summary.body();
        return summary.withBody(body).orElse(page);
    }

    private Optional<Page> page(String url, Map<String, String> headers) {
        FetchOutcome outcome =
                fetcher.fetch(new FetchRequest(url, headers, Optional.empty(), Optional.empty(), Limits.ARTICLE_BYTES));
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
