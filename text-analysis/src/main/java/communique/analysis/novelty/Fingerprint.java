package communique.analysis.novelty;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a piece of text tells, as features that survive rewriting: each begins with its kind and a colon. Names, groups,
 * places, numbers, countries and topics are the same in every language; words are not.
 *
 * @param features such as {@code person:Sergey Lavrov}, {@code number:133}, {@code word:mediat}
 */
public record Fingerprint(Set<String> features) {
    private static final Map<String, Double> WEIGHTS = Map.of(
            "person", 2.0,
            "bloc", 2.0,
            "place", 1.5,
            "number", 1.5,
            "speaker", 1.0,
            "country", 0.5,
            "topic", 0.6,
            "word", 1.0,
            "pair", 0.5);

    /** How much a feature tells. */
    public static double weight(String feature) {
        return WEIGHTS.getOrDefault(feature.substring(0, feature.indexOf(':')), 0.0);
    }

    /** How much all features together tell. */
    public double weight() {
        return features.stream().mapToDouble(Fingerprint::weight).sum();
    }

    /** What both tell. */
    Set<String> shared(Fingerprint other) {
        Set<String> shared = new TreeSet<>(features);
        shared.retainAll(other.features);
        return shared;
    }
}
