package communique.analysis.speaker;

import java.util.Optional;

/**
 * A state that speaks, and through whom.
 *
 * @param country ISO 3166-1 alpha-2, upper case
 * @param person full name in its usual English form
 * @param office short English term, such as foreign-minister
 */
public record Speaker(String country, Optional<String> person, Optional<String> office) {}
