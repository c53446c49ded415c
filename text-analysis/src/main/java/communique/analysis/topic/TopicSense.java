package communique.analysis.topic;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;

/**
 * A term of a topic's vocabulary.
 *
 * @param code code of the topic
 */
public record TopicSense(String code) implements Sense {
    @Override
    public Kind kind() {
        return Kind.TOPIC;
    }
}
