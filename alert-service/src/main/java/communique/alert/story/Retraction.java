package communique.alert.story;

import communique.schemas.state.Story;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import communique.schemas.v1.EnrichedArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What follows when a publisher takes an article back: every alert that rests on it is corrected. */
final class Retraction {
    private Retraction() {}

    private static boolean rests(Alert alert, String articleId) {
        return alert.getSources().stream().anyMatch(source -> source.getId().equals(articleId));
    }

    /** The alerts of a story that are corrected now. */
    static List<Alert> corrected(Story story, EnrichedArticle article, Instant now) {
        return story.getAlerts().stream()
                .filter(alert ->
                        rests(alert, article.getId()) && !alert.getWithdrawn().contains(article.getId()))
                .map(alert -> correct(alert, article, now))
                .toList();
    }

    private static Alert correct(Alert alert, EnrichedArticle article, Instant now) {
        List<String> withdrawn = new ArrayList<>(alert.getWithdrawn());
        withdrawn.add(article.getId());
        int left = alert.getSources().size() - withdrawn.size();
        String outlet = alert.getSources().stream()
                .filter(source -> source.getId().equals(article.getId()))
                .map(source -> source.getSource().getName())
                .findFirst()
                .orElse(article.getSource().getName());
        return Alert.newBuilder(alert)
                .setRevision(alert.getRevision() + 1)
                .setNewsRevision(alert.getRevision() + 1)
                .setKind(AlertKind.CORRECTED)
                .setNoveltyReason(outlet + " took its article back; "
                        + (left == 0 ? "nobody else carries it" : left + " other articles still carry it"))
                .setWithdrawn(withdrawn)
                .setUpdated(now)
                .build();
    }

    /** The story with its alerts corrected. */
    static Story with(Story story, List<Alert> corrected) {
        List<Alert> alerts = story.getAlerts().stream()
                .map(alert -> corrected.stream()
                        .filter(other -> other.getId().equals(alert.getId()))
                        .findFirst()
                        .orElse(alert))
                .toList();
        return Story.newBuilder(story).setAlerts(alerts).build();
    }
}
