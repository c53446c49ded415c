package communique.analysis.novelty;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How alike two pieces of text are.
 *
 * @param score share of the smaller one's weight that both have, 0 to 1
 * @param evidence weight of what both have
 * @param shared what both have, most telling first
 */
public record Resemblance(double score, double evidence, List<String> shared) {
    private static final int TOLD = 6;
    private static final double TELLING = 0.1;

    /** Compares all that both tell; of texts in two languages only what is the same in every language. */
    public static Resemblance of(Fingerprint a, Fingerprint b) {
        return a.isOfOtherLanguage(b) ? acrossLanguages(a, b) : compare(a, b);
    }

    /** Compares only what is the same in every language. */
    static Resemblance acrossLanguages(Fingerprint a, Fingerprint b) {
        return compare(a.acrossLanguages(), b.acrossLanguages());
    }

    private static Resemblance compare(Fingerprint a, Fingerprint b) {
        List<String> shared = a.shared(b).stream()
                .filter(feature -> Fingerprint.weight(feature) > 0)
                .sorted(Comparator.comparingDouble((String feature) -> Fingerprint.weight(feature))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        double smaller = Math.min(a.weight(), b.weight());
        double both = shared.stream().mapToDouble(Fingerprint::weight).sum();
        return new Resemblance(smaller == 0 ? 0 : both / smaller, both, shared);
    }

    /** Whether the shorter has words of a statement of the other. */
    boolean sharesPhrase() {
        return shared.stream().anyMatch(feature -> FeatureKind.of(feature) == FeatureKind.PHRASE);
    }

    /** How alike, and by what. */
    public String reason() {
        String what = shared.stream()
                .filter(feature -> Fingerprint.weight(feature) > TELLING)
                .limit(TOLD)
                .map(Resemblance::word)
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%.0f%% alike%s", score * 100, what.isEmpty() ? "" : ": " + what);
    }

    private static String word(String feature) {
        String value = value(feature);
        return switch (FeatureKind.of(feature)) {
            case MEETING -> "talks " + value;
            case SPEAKER -> value + " speaks";
            case PHRASE -> "\"" + value + "\"";
            default -> value;
        };
    }

    /** Features without their kinds, for people. */
    static String values(Collection<String> features) {
        return features.stream().map(Resemblance::value).collect(Collectors.joining(", "));
    }

    private static String value(String feature) {
        return feature.substring(feature.indexOf(':') + 1);
    }
}
