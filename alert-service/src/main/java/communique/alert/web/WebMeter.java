package communique.alert.web;

import communique.kit.metrics.MeterDefinition;

/** The meters of the page. */
enum WebMeter implements MeterDefinition {
    /** Alerts kept. */
    KEPT("communique.alert.web.kept", "Alerts the page can show."),
    /** Clients connected. */
    CLIENTS("communique.alert.web.clients", "Clients that follow alerts live."),
    /** Clients dropped. */
    DROPPED("communique.alert.web.clients.dropped", "Clients dropped because they were too slow; they come back.");

    private final String meterName;
    private final String doc;

    WebMeter(String meterName, String doc) {
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
