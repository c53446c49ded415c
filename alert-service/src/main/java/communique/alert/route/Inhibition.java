package communique.alert.route;

import com.fasterxml.jackson.annotation.JsonProperty;
import communique.schemas.v1.Alert;
import java.util.List;

/**
 * What nobody needs to be told because another alert of the same story tells it, as where a ministry's own statement
 * makes the reports of it redundant.
 *
 * @param source what the alert is like that is told
 * @param target what the alerts are like that are not told then
 * @param equal labels in which both agree, besides the story
 */
public record Inhibition(
        @JsonProperty("source") List<Matcher> source,
        @JsonProperty("target") List<Matcher> target,
        @JsonProperty("equal") List<String> equal) {
    /** Checks that it says which alert inhibits which. */
    public Inhibition {
        if (source == null || source.isEmpty() || target == null || target.isEmpty()) {
            throw new IllegalArgumentException("inhibit needs source and target, each with a matcher at least");
        }
        source = List.copyOf(source);
        target = List.copyOf(target);
        equal = equal == null ? List.of() : List.copyOf(equal);
        Labels.check(equal);
    }

    /** Whether an alert is not told because of another one of its story. Two that could inhibit each other do not. */
    public boolean inhibits(Alert other, Alert alert) {
        return !other.getId().equals(alert.getId())
                && matches(source, other)
                && matches(target, alert)
                && !(matches(source, alert) && matches(target, other))
                && Labels.group(other, equal).equals(Labels.group(alert, equal));
    }

    private static boolean matches(List<Matcher> matchers, Alert alert) {
        return matchers.stream().allMatch(matcher -> matcher.matches(alert));
    }
}
