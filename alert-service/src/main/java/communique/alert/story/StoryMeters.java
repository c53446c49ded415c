package communique.alert.story;

import communique.kit.metrics.Metrics;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import communique.schemas.v1.EnrichedArticle;
import java.time.Duration;
import java.time.InstantSource;

/** Counts what was judged. */
public final class StoryMeters {
    private final Metrics metrics;
    private final InstantSource clock;

    /** On the meters of a service. */
    public StoryMeters(Metrics metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Counts a decision. */
    public void decided(Decision decision) {
        metrics.counter(StoryMeter.DECISIONS, "outcome", decision.getOutcome().name())
                .increment();
    }

    /** Counts a story that is closed. */
    void closed(StoryEnd end) {
        metrics.counter(StoryMeter.CLOSED, "end", end.name()).increment();
    }

    /** Counts what an article raised, and how long it was under way. */
    void judged(EnrichedArticle article, Judgement judgement) {
        judgement.alerts().forEach(this::raised);
        if (!judgement.alerts().isEmpty()) {
            metrics.timer(StoryMeter.TIME_TO_ALERT).record(Duration.between(article.getFetched(), clock.instant()));
        }
    }

    private void raised(Alert alert) {
        for (String state : alert.getSpeakers()) {
            metrics.counter(StoryMeter.ALERTS, "kind", alert.getKind().name(), "speaker", state)
                    .increment();
        }
    }
}
