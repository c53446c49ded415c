package communique.analysis.novelty;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How alike two pieces of text are.
 *
 * @param score share of the smaller one's weight that both have, 0 to 1
 * @param shared what both have, most telling first
 */
public record Resemblance(double score, List<String> shared) {
    private static final int TOLD = 6;

    /** Compares two fingerprints; of texts in two languages only what is the same in every language. */
    public static Resemblance of(Fingerprint a, Fingerprint b) {
        return a.isOfOtherLanguage(b) ? compare(a.acrossLanguages(), b.acrossLanguages()) : compare(a, b);
    }

    private static Resemblance compare(Fingerprint a, Fingerprint b) {
        Set<String> shared = a.shared(b);
        double smaller = Math.min(a.weight(), b.weight());
        double both = shared.stream().mapToDouble(Fingerprint::weight).sum();
        List<String> order = shared.stream()
                .filter(feature -> Fingerprint.weight(feature) > 0)
                .sorted(Comparator.comparingDouble((String feature) -> Fingerprint.weight(feature))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return new Resemblance(smaller == 0 ? 0 : both / smaller, order);
    }

    /** How much both tell, in the weights of features. */
    double evidence() {
        return shared.stream().mapToDouble(Fingerprint::weight).sum();
    }

    /** Both in words. */
    public String reason() {
        String what = shared.stream()
                .limit(TOLD)
                .map(feature -> feature.substring(feature.indexOf(':') + 1))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%.0f%% alike%s", score * 100, what.isEmpty() ? "" : ": " + what);
    }
}
