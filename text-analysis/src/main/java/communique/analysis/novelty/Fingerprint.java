package communique.analysis.novelty;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a piece of text tells, as features that survive rewriting: each begins with its {@link FeatureKind kind} and a
 * colon. Names, places, numbers and concepts are the same in every language; words are not.
 *
 * @param features such as {@code person:Sergey Lavrov}, {@code matter:earthquake}, {@code word:mediat}
 */
public record Fingerprint(Set<String> features) {
    /**
     * How much a feature tells: that of a rare kind more than that of a common one, a rare feature more than others.
     */
    public static double weight(String feature) {
        return FeatureKind.of(feature).weight() * Rarity.of(feature);
    }

    /** Whether a feature is the same in every language. */
    public static boolean isAcrossLanguages(String feature) {
        return FeatureKind.of(feature).isAcrossLanguages();
    }

    /** Whether a feature is words in a row out of a statement. */
    public static boolean isQuote(String feature) {
        return FeatureKind.of(feature) == FeatureKind.PHRASE;
    }

    /** How much all features together tell. */
    public double weight() {
        return features.stream().mapToDouble(Fingerprint::weight).sum();
    }

    /** With the language it was taken in. */
    public Fingerprint in(String language) {
        Set<String> with = new TreeSet<>(features);
        with.add(FeatureKind.LANGUAGE.feature(language));
        return new Fingerprint(with);
    }

    /** What both tell. */
    Set<String> shared(Fingerprint other) {
        Set<String> shared = new TreeSet<>(features);
        shared.retainAll(other.features);
        return shared;
    }

    /** The features of one kind. */
    Set<String> of(FeatureKind kind) {
        return features.stream()
                .filter(feature -> FeatureKind.of(feature) == kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without the numbers of victims: told on from elsewhere, they say nothing of the story at hand. */
    public Fingerprint withoutVictims() {
        return new Fingerprint(features.stream()
                .filter(feature -> FeatureKind.of(feature) != FeatureKind.TOLL)
                .collect(Collectors.toSet()));
    }

    /** Without what only texts of the same language share. */
    public Fingerprint acrossLanguages() {
        return new Fingerprint(
                features.stream().filter(Fingerprint::isAcrossLanguages).collect(Collectors.toSet()));
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
                .filter(feature -> FeatureKind.of(feature) == FeatureKind.LANGUAGE)
                .findFirst();
    }
}
