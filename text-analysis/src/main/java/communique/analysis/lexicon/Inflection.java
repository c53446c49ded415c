package communique.analysis.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms a language gives to its terms, so that data files hold each term once, as a dictionary does. */
public interface Inflection {
    /** Of a language whose terms stand in the data in every form they have. */
    Inflection NONE = new Inflection() {
        @Override
        public Map<String, Set<FormSense>> noun(String term) {
            return Map.of(term, Set.of());
        }

        @Override
        public List<String> verb(String term) {
            return List.of(term);
        }
    };

    /**
     * The forms of a name, noun, adjective or noun phrase, the term itself among them, each with all it can be; nothing
     * is told of a form that may be anything.
     */
    Map<String, Set<FormSense>> noun(String term);

    /** The forms of a verb that tell of somebody speaking, without those of commands and wishes. */
    List<String> verb(String term);
}
