package communique.ingest;

import communique.kit.metrics.MeterDefinition;

/** The meters of this service. */
public enum IngestMeter implements MeterDefinition {
    /** Articles that came in. */
    ARTICLES(
            "communique.ingest.articles",
            "Articles that came in; way: feed, file, push; result: accepted, duplicate, failed, or why it was"
                    + " rejected"),
    /** Polls of feeds. */
    POLLS("communique.ingest.polls", "Polls of feeds; outcome: one of a closed set"),
    /** How long polls take. */
    POLL_TIME("communique.ingest.poll.time", "How long polls of feeds take, publishing included"),
    /** Troubles of sources. */
    TROUBLES(
            "communique.ingest.source.troubles",
            "Troubles of sources; kind: failing, gone, silent; event: begun, over"),
    /** Shares of the sources. */
    SHARES("communique.ingest.shares", "Shares of the sources this instance polls"),
    /** Article pages fetched for their full text. */
    PAGES("communique.ingest.pages", "Article pages fetched for full text; outcome: one of a closed set"),
    /** Articles remembered. */
    SEEN("communique.ingest.seen", "Articles remembered in order not to send them again"),
    /** Records given up. */
    DEAD_LETTERS("communique.ingest.dead.letters", "Records given up; stage: feed, archive; reason: why"),
    /** Requests to the push endpoint. */
    PUSHES("communique.ingest.pushes", "Requests to the push endpoint; status: of the answer");

    private final String meterName;
    private final String doc;

    IngestMeter(String meterName, String doc) {
        this.meterName = meterName;
        this.doc = doc;
    }

    @Override
    public String meterName() {
        return meterName;
    }

    @Override
    public String doc() {
        return doc;
    }
}
