package communique.analysis.topic;

/**
 * A topic of an article.
 *
 * @param code code of the taxonomy
 * @param weight share of the article's topical vocabulary, 0 to 1
 */
public record TopicTag(String code, double weight) {}
