package communique.alert.story;

import communique.schemas.state.Story;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Decision;
import java.util.List;
import java.util.Optional;

/**
 * What was decided about one article and one watched country.
 *
 * @param story the story as it stands now; empty where the article joined none
 * @param alerts the alerts raised or revised
 * @param decision the decision and why
 */
public record Judgement(Optional<Story> story, List<Alert> alerts, Decision decision) {}
