package communique.alert.delivery.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import communique.schemas.v1.Alert;
import java.util.Collections;
import java.util.Set;

/**
 * Which alerts a channel gets.
 *
 * @param speakers states of which at least one must speak, ISO 3166-1 alpha-2; empty for all
 * @param minConfidence least confidence of the surest statement, 0 to 1
 */
public record Wanted(
        @JsonProperty("speakers") Set<String> speakers,
        @JsonProperty("min_confidence") Double minConfidence) {
    /** Every alert. */
    public static final Wanted ALL = new Wanted(Set.of(), 0.0);

    /** Fills what is left out, and checks the rest. */
    public Wanted {
        speakers = speakers == null ? Set.of() : Set.copyOf(speakers);
        minConfidence = minConfidence == null ? 0.0 : minConfidence;
        for (String code : speakers) {
            if (!code.matches("[A-Z]{2}")) {
                throw new IllegalArgumentException("'" + code + "' is no country code; write two capitals, such as RU");
            }
        }
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("min_confidence is a number from 0 to 1");
        }
    }

    /** Whether a channel that wants this gets the alert. */
    public boolean accepts(Alert alert) {
        boolean heard = speakers.isEmpty() || !Collections.disjoint(speakers, alert.getSpeakers());
        return heard && alert.getConfidence() >= minConfidence;
    }
}
