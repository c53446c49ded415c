package communique.analysis;

import java.util.List;

/**
 * Somebody whom words in a text are attributed to: a state, anybody else, or a pronoun.
 *
 * @param start offset of the phrase that names the source, in code points
 * @param end offset after it
 * @param text the phrase
 * @param states the states it speaks for as far as the phrase itself tells, ISO 3166-1 alpha-2
 */
public record Source(int start, int end, String text, List<String> states) {}
