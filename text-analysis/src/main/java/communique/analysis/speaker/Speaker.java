package communique.analysis.speaker;

import java.util.List;
import java.util.Optional;

/**
 * A state that speaks, and through whom.
 *
 * @param country ISO 3166-1 alpha-2, upper case
 * @param person full name in its usual English form
 * @param office short English term, such as foreign-minister
 */
public record Speaker(String country, Optional<String> person, Optional<String> office) {
    /** States that speak together, no one person for all of them. */
    public static List<Speaker> of(List<String> countries) {
        return countries.stream()
                .map(country -> new Speaker(country, Optional.empty(), Optional.empty()))
                .toList();
    }

    /** The states of some speakers. */
    public static List<String> states(List<Speaker> speakers) {
        return speakers.size() == 1
                ? List.of(speakers.get(0).country())
                : speakers.stream().map(Speaker::country).toList();
    }
}
