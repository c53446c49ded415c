package communique.alert.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import communique.schemas.v1.Novelty;
import java.util.EnumSet;
import java.util.Set;

/** What can be new in a story: what a rule may want people to be told of. */
public enum NewsKind {
    /** Nothing like it was known. */
    @JsonProperty("new-story")
    NEW_STORY(Novelty.NEW_STORY),
    /** Another state speaks in a known story. */
    @JsonProperty("new-speaker")
    NEW_SPEAKER(Novelty.NEW_SPEAKER),
    /** A known speaker speaks on another topic. */
    @JsonProperty("new-topic")
    NEW_TOPIC(Novelty.NEW_TOPIC),
    /** A known speaker says something else. */
    @JsonProperty("new-statement")
    NEW_STATEMENT(Novelty.NEW_STATEMENT),
    /** Nothing new is said, but ever more outlets carry it. */
    @JsonProperty("more-outlets")
    MORE_OUTLETS(Novelty.MORE_OUTLETS);

    /** What people are told of where a rule does not say. */
    static final Set<NewsKind> USUAL = EnumSet.complementOf(EnumSet.of(MORE_OUTLETS));

    private final Novelty novelty;

    NewsKind(Novelty novelty) {
        this.novelty = novelty;
    }

    /** The word for it in an alert. */
    public Novelty novelty() {
        return novelty;
    }
}
