package communique.standalone.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.schemas.v1.Decision;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A decision as JSON.
 *
 * @param articleId the article
 * @param title its headline
 * @param source its outlet
 * @param outcome what became of it
 * @param reason why, in words
 * @param about the watched country, null where it matched none
 * @param alertIds alerts it raised, updated or joined
 * @param storyId story it belongs to
 */
record DecisionJson(
        String articleId,
        String title,
        String source,
        String outcome,
        String reason,
        String about,
        List<String> alertIds,
        String storyId) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static DecisionJson of(Decision decision) {
        return new DecisionJson(
                decision.getArticleId(),
                decision.getArticle().getTitle().orElse(null),
                decision.getArticle().getSource().getName(),
                decision.getOutcome().name(),
                decision.getReason(),
                decision.getAbout().orElse(null),
                decision.getAlertIds(),
                decision.getStoryId().orElse(null));
    }

    /** As one line of JSON. */
    String text() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As one line for people. */
    String line() {
        return outcome + "  " + (title == null ? source : title) + "  (" + reason + ")";
    }
}
