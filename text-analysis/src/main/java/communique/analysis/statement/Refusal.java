package communique.analysis.statement;

/**
 * Somebody who speaks and is not taken for a state, and why.
 *
 * @param start offset of the first code point of the words that name the would-be speaker
 * @param end offset after the last
 * @param text those words
 * @param rule id of the rule that refused
 */
public record Refusal(int start, int end, String text, String rule) {}
