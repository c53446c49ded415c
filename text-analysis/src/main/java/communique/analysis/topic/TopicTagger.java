package communique.analysis.topic;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Term;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the topics of an article and of its sentences. */
public final class TopicTagger {
    private static final int HEADLINE = 6;
    private static final int STATEMENT = 3;

    /** In an article of so many sentences, one word outside of headline and statements is a mention in passing. */
    private static final int LONG = 6;

    private static final double ONE_WORD = 1;

    /** Less of an article's topical vocabulary is a mention in passing. */
    private static final double LEAST = 0.15;

    private final List<Sentence> sentences;
    /** How many words of each topic each sentence holds. */
    private final List<Map<String, Integer>> words;

    /** Reads the words of an article. */
    public TopicTagger(Units units, List<Sentence> sentences) {
        this.sentences = sentences;
        this.words = new ArrayList<>(sentences.size());
        for (Sentence sentence : sentences) {
            words.add(words(units, sentence));
        }
    }

    /** The topics of a sentence, by its words, heaviest first. */
    public List<TopicTag> ofSentence(int index) {
        Map<String, Double> weights = new HashMap<>();
        words.get(index).forEach((code, count) -> weights.put(code, (double) count));
        return tags(weights);
    }

    /**
     * The topics of the article, heaviest first: in how many sentences they are spoken of counts for more than in how
     * many words.
     *
     * @param statements numbers of the sentences that are statements: what was said tells more than what is told around
     *     it, and a headline tells most
     */
    public List<TopicTag> ofArticle(Set<Integer> statements) {
        Map<String, Double> weights = new HashMap<>();
        for (int i = 0; i < sentences.size(); i++) {
            int weight = i == 0 || sentences.get(i).heading() ? HEADLINE : statements.contains(i) ? STATEMENT : 1;
            words.get(i).forEach((code, count) -> weights.merge(code, weight * Math.sqrt(count), Double::sum));
        }
        if (sentences.size() >= LONG) {
            weights.values().removeIf(weight -> weight <= ONE_WORD);
        }
        return tags(weights);
    }

    private static Map<String, Integer> words(Units units, Sentence sentence) {
        Map<String, Integer> words = Map.of();
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, Kind.TOPIC)) {
                words = words.isEmpty() ? new HashMap<>() : words;
                count(units.term(unit), words);
            }
        }
        return words;
    }

    private static void count(Term term, Map<String, Integer> words) {
        for (int i = 0; i < term.size(); i++) {
            if (term.sense(i) instanceof TopicSense topic) {
                words.merge(topic.code(), 1, Integer::sum);
            }
        }
    }

    private static List<TopicTag> tags(Map<String, Double> weights) {
        if (weights.isEmpty()) {
            return List.of();
        }
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        List<TopicTag> tags = new ArrayList<>(weights.size());
        weights.forEach((code, weight) -> {
            if (weight / total >= LEAST) {
                tags.add(new TopicTag(code, weight / total));
            }
        });
        tags.sort(Comparator.comparing(TopicTag::weight).reversed().thenComparing(TopicTag::code));
        return tags;
    }
}
