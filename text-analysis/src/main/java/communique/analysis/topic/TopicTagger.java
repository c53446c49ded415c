package communique.analysis.topic;

import communique.analysis.lexicon.Kind;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the topics of an article or of a sentence. */
public final class TopicTagger {
    private static final int EMPHASIS = 3;

    /** Less of an article's topical vocabulary is a mention in passing. */
    private static final double LEAST = 0.12;

    private TopicTagger() {}

    /** The topics of a sentence, heaviest first. */
    public static List<TopicTag> tag(Units units, Sentence sentence) {
        return tag(units, List.of(sentence), Set.of());
    }

    /**
     * The topics of an article, heaviest first.
     *
     * @param statements numbers of the sentences that are statements: what was said tells more than what is told around
     *     it, and so does a headline
     */
    public static List<TopicTag> tag(Units units, List<Sentence> sentences, Set<Integer> statements) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            int weight = statements.contains(i) || sentence.heading() ? EMPHASIS : 1;
            for (int unit = sentence.from(); unit < sentence.to(); unit++) {
                if (units.is(unit, Kind.TOPIC)) {
                    for (TopicSense topic : units.term(unit).senses(TopicSense.class)) {
                        counts.merge(topic.code(), weight, Integer::sum);
                    }
                }
            }
        }
        if (counts.isEmpty()) {
            return List.of();
        }
        double total = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .map(e -> new TopicTag(e.getKey(), e.getValue() / total))
                .filter(t -> t.weight() >= LEAST)
                .sorted(Comparator.comparing(TopicTag::weight).reversed().thenComparing(TopicTag::code))
                .toList();
    }
}
