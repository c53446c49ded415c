package communique.alert.story;

import communique.alert.rule.WatchRules;
import communique.analysis.Analyzer;
import communique.schemas.state.Story;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import communique.schemas.v1.EnrichedArticle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rules would raise from articles, without Kafka: each article meets the stories of those before it. */
public final class Trial {
    private final WatchRules rules;
    private final StoryJudge judge;
    private final Map<String, Story> stories = new HashMap<>();
    private final Map<String, StoryIndex> indexes = new HashMap<>();
    private final Map<String, Alert> alerts = new LinkedHashMap<>();

    /** A trial that has seen nothing yet. */
    public Trial(WatchRules rules, Analyzer analyzer) {
        this.rules = rules;
        this.judge = new StoryJudge(() -> rules, analyzer, false);
    }

    /** Judges an article; the decisions about it, one for each country it matches, or one why it matches none. */
    public List<Decision> judge(EnrichedArticle article) {
        List<String> countries = article.getRetracted() ? rules.countries() : rules.watchedIn(article);
        if (countries.isEmpty()) {
            return List.of(judge.silent(article));
        }
        List<Decision> decisions = new ArrayList<>();
        for (String about : countries) {
            Judgement judgement =
                    judge.judge(article, about, index(about).readingFrom(stories::get), article.getPublished());
            judgement.stories().forEach(story -> {
                stories.put(story.getId(), story);
                index(about).put(story.getId(), story);
            });
            judgement.alerts().forEach(alert -> alerts.put(alert.getId(), alert));
            decisions.add(judgement.decision());
        }
        return decisions;
    }

    /** The latest revision of every alert raised so far. */
    public List<Alert> alerts() {
        return List.copyOf(alerts.values());
    }

    private StoryIndex index(String about) {
        return indexes.computeIfAbsent(about, any -> new StoryIndex());
    }
}
