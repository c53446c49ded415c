package communique.analysis.topic;

import communique.analysis.lexicon.Kind;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the topics of an article or of a sentence. */
public final class TopicTagger {
    private static final int HEADLINE = 6;
    private static final int STATEMENT = 3;

    /** In an article of so many sentences, one word outside of headline and statements is a mention in passing. */
    private static final int LONG = 6;

    private static final double ONE_WORD = 1;

    /** Less of an article's topical vocabulary is a mention in passing. */
    private static final double LEAST = 0.15;

    private TopicTagger() {}

    /** The topics of a sentence, by its words, heaviest first. */
    public static List<TopicTag> tag(Units units, Sentence sentence) {
        Map<String, Double> weights = new HashMap<>();
        words(units, sentence).forEach((code, words) -> weights.put(code, (double) words));
        return tags(weights);
    }

    /**
     * The topics of an article, heaviest first: in how many sentences they are spoken of counts for more than in how
     * many words.
     *
     * @param statements numbers of the sentences that are statements: what was said tells more than what is told around
     *     it, and a headline tells most
     */
    public static List<TopicTag> tag(Units units, List<Sentence> sentences, Set<Integer> statements) {
        Map<String, Double> weights = new HashMap<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            int weight = i == 0 || sentence.heading() ? HEADLINE : statements.contains(i) ? STATEMENT : 1;
            words(units, sentence)
                    .forEach((code, words) -> weights.merge(code, weight * Math.sqrt(words), Double::sum));
        }
        if (sentences.size() >= LONG) {
            weights.values().removeIf(weight -> weight <= ONE_WORD);
        }
        return tags(weights);
    }

    /** How many words of each topic a sentence holds. */
    private static Map<String, Long> words(Units units, Sentence sentence) {
        return IntStream.range(sentence.from(), sentence.to())
                .filter(unit -> units.is(unit, Kind.TOPIC))
                .boxed()
                .flatMap(unit -> units.term(unit).senses(TopicSense.class).stream())
                .collect(Collectors.groupingBy(TopicSense::code, Collectors.counting()));
    }

    private static List<TopicTag> tags(Map<String, Double> weights) {
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        return weights.entrySet().stream()
                .map(e -> new TopicTag(e.getKey(), e.getValue() / total))
                .filter(t -> t.weight() >= LEAST)
                .sorted(Comparator.comparing(TopicTag::weight).reversed().thenComparing(TopicTag::code))
                .toList();
    }
}
