package communique.alert.story;

import communique.schemas.state.Story;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import java.util.List;

/**
 * What was decided about one article and one watched country.
 *
 * @param stories the stories it changed, as they stand now
 * @param alerts the alerts raised or revised
 * @param decision the decision and why
 */
public record Judgement(List<Story> stories, List<Alert> alerts, Decision decision) {}
