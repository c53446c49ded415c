package communique.standalone.rule;

import communique.alert.rule.WatchRules;
import communique.alert.story.Trial;
import communique.analysis.Analyzer;
import communique.schemas.v1.Alert;
import communique.schemas.v1.ArticleRef;
import communique.schemas.v1.EnrichedArticle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which alerts come or go where other rules judge the same articles. */
final class RulesDiff {
    private final Analyzer analyzer;

    RulesDiff(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /**
     * What changes.
     *
     * @param gone alerts of the rules before only
     * @param come alerts of the rules after only
     * @param same how many both have
     */
    record Difference(List<Alert> gone, List<Alert> come, int same) {}

    Difference of(WatchRules before, WatchRules after, List<EnrichedArticle> articles) {
        Map<String, Alert> old = alerts(before, articles);
        Map<String, Alert> fresh = alerts(after, articles);
        List<Alert> gone = old.entrySet().stream()
                .filter(entry -> !fresh.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        List<Alert> come = fresh.entrySet().stream()
                .filter(entry -> !old.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new Difference(gone, come, fresh.size() - come.size());
    }

    /** By what people would call the same alert, whichever rule raised it. */
    private Map<String, Alert> alerts(WatchRules rules, List<EnrichedArticle> articles) {
        Trial trial = new Trial(rules, analyzer);
        articles.forEach(trial::judge);
        Map<String, Alert> alerts = new LinkedHashMap<>();
        for (Alert alert : trial.alerts()) {
            String first = alert.getSources().stream()
                    .map(ArticleRef::getId)
                    .findFirst()
                    .orElse("");
            alerts.put(alert.getAbout() + " " + alert.getSpeakers() + " " + first, alert);
        }
        return alerts;
    }
}
