package communique.alert.delivery;

import communique.alert.route.Inhibition;
import communique.alert.route.RoutePlan;
import communique.alert.silence.Silences;
import communique.schemas.v1.Alert;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What all channels share.
 *
 * @param plan which alert reaches which channel
 * @param silences what nobody wants to be told of
 * @param requests what people and channels want of channels
 * @param acknowledged the revision of each alert that somebody took note of, by its id
 * @param inhibitions what nobody needs to be told because another alert tells it
 * @param known the other alerts
 * @param teller the channel that tells of trouble with another, where there is one
 */
record Shared(
        Supplier<RoutePlan> plan,
        Silences silences,
        Requests requests,
        Map<String, Integer> acknowledged,
        Supplier<List<Inhibition>> inhibitions,
        KnownAlerts known,
        Function<String, Optional<String>> teller) {
    /** Whether an alert needs not be told because of another. */
    Predicate<Alert> muting() {
        return alert -> !inhibitions.get().isEmpty() && isInhibited(alert);
    }

    private boolean isInhibited(Alert alert) {
        return known.ofStory(alert.getStoryId()).stream()
                .anyMatch(other -> inhibitions.get().stream().anyMatch(rule -> rule.inhibits(other, alert)));
    }
}
