package communique.analysis.statement;

/**
 * The noun phrase that words in a sentence are attributed to, whoever it names.
 *
 * @param from first unit
 * @param to unit after the last
 * @param cue the unit that tells of speech
 */
public record SourcePhrase(int from, int to, int cue) {}
