package communique.enrich;

import communique.kit.metrics.MeterDefinition;

/** The meters of enrich-service. */
public enum EnrichMeter implements MeterDefinition {
    /** Articles enriched. */
    ARTICLES("communique.enrich.articles", "Articles enriched, by language."),
    /** Statements found. */
    STATEMENTS("communique.enrich.statements", "Statements found, by speaking state."),
    /** Articles dropped. */
    DUPLICATES("communique.enrich.duplicates", "Articles that came again with the same content and were dropped."),
    /** Time of analysis. */
    ANALYSIS("communique.enrich.analysis", "Time to analyse one article.");

    private final String meterName;
    private final String doc;

    EnrichMeter(String meterName, String doc) {
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
