package communique.alert.story;

import communique.kit.metrics.MeterDefinition;

/** The meters of judging. */
enum StoryMeter implements MeterDefinition {
    /** Decisions. */
    DECISIONS("communique.alert.decisions", "Decisions about articles, by outcome."),
    /** Alerts and revisions of them. */
    ALERTS(
            "communique.alert.alerts",
            "Alerts raised or revised, by kind and speaking state; a joint one counts for each."),
    /** Stories closed. */
    CLOSED("communique.alert.stories.closed", "Stories closed, by why: OLD, or CROWDED_OUT by too many others."),
    /** Time to an alert. */
    TIME_TO_ALERT(
            "communique.alert.time.to.alert", "From when an article was taken in until it raised or revised an alert.");

    private final String meterName;
    private final String doc;

    StoryMeter(String meterName, String doc) {
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
