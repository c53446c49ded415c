package communique.ingest.article;

/** How large things may be. */
public final class Limits {
    /**
     * Most bytes of one article, as it comes in and as it goes out; the same cap large public crawlers set for a page.
     */
    public static final int ARTICLE_BYTES = 5 * 1024 * 1024;

    /**
     * Most brackets, names and values of a JSON document. Documents of news have a few hundred thousand; what has more
     * is millions of empty ones, each of which takes a hundred bytes of memory.
     */
    public static final int JSON_TOKENS = 1_000_000;

    private Limits() {}
}
