package communique.alert.delivery;

import communique.schemas.v1.Alert;
import java.util.List;
import java.util.Optional;

/** What is known of alerts besides the one at hand. Safe for use by several threads. */
public interface KnownAlerts {
    /** Nothing. */
    KnownAlerts NONE = new KnownAlerts() {
        @Override
        public Optional<String> headline(String alertId) {
            return Optional.empty();
        }

        @Override
        public List<Alert> ofStory(String storyId) {
            return List.of();
        }
    };

    /** The headline of an alert, where it is still kept. */
    Optional<String> headline(String alertId);

    /** The alerts of a story, as far as they are kept, each in its latest revision. */
    List<Alert> ofStory(String storyId);
}
