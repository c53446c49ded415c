package communique.ingest.feed;

/** The forms of feeds. */
public enum FeedForm {
    /** RSS 0.9x and 2.0. */
    RSS,
    /** RSS 0.90, 1.0 and 1.1, which are RDF. */
    RDF,
    /** Atom 0.3 and 1.0. */
    ATOM,
    /** JSON Feed 1.0 and 1.1. */
    JSON_FEED,
    /** A sitemap: addresses without texts. */
    SITEMAP;

    /** Whether entries never have a text, so that each page must be fetched. */
    boolean isAddressesOnly() {
        return this == SITEMAP;
    }
}
