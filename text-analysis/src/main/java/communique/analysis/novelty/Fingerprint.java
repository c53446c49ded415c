package communique.analysis.novelty;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a piece of text tells, as features that survive rewriting: each begins with its kind and a colon. Names, groups,
 * places, numbers, countries and topics are the same in every language; words are not.
 *
 * @param features such as {@code person:Sergey Lavrov}, {@code number:133}, {@code word:mediat}
 */
public record Fingerprint(Set<String> features) {
    /** The kind of feature that tells the language. */
    public static final String LANGUAGE = "language";

    private static final Set<String> ACROSS_LANGUAGES =
            Set.of("person", "bloc", "number", "speaker", "country", "topic");

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
        return WEIGHTS.getOrDefault(kind(feature), 0.0);
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

    /** Without what only texts of the same language share. */
    public Fingerprint acrossLanguages() {
        return new Fingerprint(features.stream()
                .filter(feature -> ACROSS_LANGUAGES.contains(kind(feature)))
                .collect(Collectors.toSet()));
    }

    /** Whether both are known to be of different languages. */
    boolean isOfOtherLanguage(Fingerprint other) {
        Optional<String> mine = language();
        Optional<String> theirs = other.language();
        return mine.isPresent() && theirs.isPresent() && !mine.equals(theirs);
    }

    /** The feature that tells its language, if one does. */
    public Optional<String> language() {
        return features.stream()
                .filter(feature -> kind(feature).equals(LANGUAGE))
                .findFirst();
    }

    private static String kind(String feature) {
        return feature.substring(0, feature.indexOf(':'));
    }
}
