package communique.alert.rule;

import communique.schemas.v1.Statement;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Whose statements about whom raise an alert.
 *
 * @param id unique name
 * @param by the speaking states, ISO 3166-1 alpha-2, in the order alerts list them
 * @param about the watched countries, ISO 3166-1 alpha-2
 * @param minConfidence least confidence of a statement, 0 to 1; 0.5 where not given
 * @param severity passed on to the alert; notice where not given
 */
public record WatchRule(String id, List<String> by, List<String> about, Double minConfidence, String severity) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final double DEFAULT_CONFIDENCE = 0.5;

    /** Checks itself. */
    public WatchRule {
        require(
                id != null && ID.matcher(id).matches(),
                "id must be small letters, digits and hyphens, such as powers-on-afghanistan");
        by = states(by, "by");
        about = states(about, "about");
        minConfidence = Objects.requireNonNullElse(minConfidence, DEFAULT_CONFIDENCE);
        require(minConfidence >= 0 && minConfidence <= 1, "minConfidence must be between 0 and 1");
        severity = Objects.requireNonNullElse(severity, "notice");
    }

    private static List<String> states(List<String> codes, String key) {
        require(codes != null && !codes.isEmpty(), key + " must list at least one country, such as [CN, RU]");
        codes.forEach(code -> require(
                STATE.matcher(code).matches(), key + ": '" + code + "' is not an ISO 3166-1 alpha-2 code, such as CN"));
        return List.copyOf(codes);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** The watched speakers of a statement, in the order of the rule. */
    public List<String> speakers(Statement statement) {
        return by.stream()
                .filter(state -> statement.getSpeakers().stream()
                        .anyMatch(speaker -> speaker.getCountry().equals(state)))
                .toList();
    }

    /** Whether a statement is by a watched speaker. */
    boolean isBy(Statement statement) {
        return !speakers(statement).isEmpty();
    }

    /** Whether a statement is about a country. */
    static boolean isAbout(Statement statement, String country) {
        return statement.getAbout().contains(country);
    }

    /** Whether a statement is sure enough. */
    boolean isSure(Statement statement) {
        return statement.getConfidence() >= minConfidence;
    }
}
