package communique.alert.delivery;

/** Why an alert is not sent on purpose: the tag of the meter and the word in the record. */
enum SuppressionReason {
    /** It comes from an archive, and archives page nobody. */
    BACKFILL("backfill"),
    /** The channel does not want it. */
    UNWANTED("unwanted"),
    /** No route leads to the channel. */
    UNROUTED("unrouted"),
    /** Somebody silenced it. */
    SILENCED("silenced"),
    /** Another alert of its story is told. */
    INHIBITED("inhibited"),
    /** A later revision is on its way while this one still waits for its next attempt. */
    SUPERSEDED("superseded"),
    /** Somebody took note of it before it was to be told again. */
    ACKNOWLEDGED("acknowledged"),
    /** Its fallback tells it, as the channel is disabled. */
    HANDED_OVER("handed-over");

    private final String tag;

    SuppressionReason(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
