package communique.analysis.topic;

import communique.analysis.lexicon.Kind;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the topics of an article or of a sentence. */
public final class TopicTagger {
    private TopicTagger() {}

    /** The topics, heaviest first. */
    public static List<TopicTag> tag(Units units, List<Sentence> sentences) {
        Map<String, Integer> counts = new HashMap<>();
        for (Sentence sentence : sentences) {
            for (int unit = sentence.from(); unit < sentence.to(); unit++) {
                if (units.is(unit, Kind.TOPIC)) {
                    units.term(unit).senses(TopicSense.class).forEach(s -> counts.merge(s.code(), 1, Integer::sum));
                }
            }
        }
        double total = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .map(e -> new TopicTag(e.getKey(), e.getValue() / total))
                .filter(t -> t.weight() >= 0.1)
                .sorted(Comparator.comparing(TopicTag::weight).reversed().thenComparing(TopicTag::code))
                .toList();
    }
}
