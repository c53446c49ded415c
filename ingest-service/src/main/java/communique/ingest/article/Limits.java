package communique.ingest.article;

/** How large things may be. */
public final class Limits {
    /**
     * Most bytes of one article, as it comes in and as it goes out; the same cap large public crawlers set for a page.
     */
    public static final int ARTICLE_BYTES = 5 * 1024 * 1024;

    private Limits() {}
}
