package communique.standalone.evaluate;

import communique.analysis.Analyzer;
import communique.analysis.Document;
import communique.analysis.novelty.FeatureKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts how many articles have a feature, and writes the data file {@code frequencies.txt} by which the engine tells
 * common features from rare ones. Words are counted within their language.
 */
final class Frequencies {
    /** Of a language with fewer articles nothing is known of its words. */
    private static final int FEWEST = 40;

    /** In a hundred; what is rarer is not worth a line. */
    private static final int LEAST = 2;

    /** Chance makes a word common in few articles. */
    private static final int LEAST_OF_WORDS = 4;

    private static final Set<FeatureKind> WORDS = EnumSet.of(FeatureKind.WORD, FeatureKind.PAIR);

    /** Each is one of very many. */
    private static final Set<FeatureKind> UNCOUNTED =
            EnumSet.of(FeatureKind.NUMBER, FeatureKind.DAY, FeatureKind.TOLL, FeatureKind.PHRASE, FeatureKind.LANGUAGE);

    private final Analyzer analyzer;
    private final Map<String, Integer> articles = new HashMap<>();
    private final Map<String, Map<String, Integer>> counts = new HashMap<>();

    Frequencies(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    void add(Document document) {
        Set<String> features = analyzer.fingerprint(
                        document, analyzer.analyze(document).statements())
                .story()
                .features();
        String language = features.stream()
                .filter(feature -> FeatureKind.of(feature) == FeatureKind.LANGUAGE)
                .findFirst()
                .orElse("");
        articles.merge(language, 1, Integer::sum);
        Map<String, Integer> counted = counts.computeIfAbsent(language, any -> new HashMap<>());
        features.forEach(feature -> counted.merge(feature, 1, Integer::sum));
    }

    /** The lines of the data file. */
    List<String> lines() {
        Map<FeatureKind, Map<Integer, Set<String>>> file = new EnumMap<>(FeatureKind.class);
        shares().forEach((feature, share) -> {
            FeatureKind kind = FeatureKind.of(feature);
            if (share >= (WORDS.contains(kind) ? LEAST_OF_WORDS : LEAST)) {
                file.computeIfAbsent(kind, any -> new TreeMap<>(Comparator.reverseOrder()))
                        .computeIfAbsent(share, any -> new TreeSet<>())
                        .add(feature.substring(feature.indexOf(':') + 1));
            }
        });
        List<String> lines = new ArrayList<>(List.of(
                "# Of a hundred articles, how many have a feature: [kind], then number: feature | feature. What is not listed is rarer.",
                "# Written by: communique evaluate --frequencies ARTICLES.jsonl"));
        file.forEach((kind, byShare) -> {
            lines.add("");
            lines.add("[" + kind.prefix() + "]");
            byShare.forEach((share, values) -> lines.add(share + ": " + String.join(" | ", values)));
        });
        return lines;
    }

    private Map<String, Integer> shares() {
        int all = articles.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> everywhere = new HashMap<>();
        Map<String, Integer> shares = new HashMap<>();
        counts.forEach((language, counted) -> counted.forEach((feature, count) -> {
            FeatureKind kind = FeatureKind.of(feature);
            if (!WORDS.contains(kind) && !UNCOUNTED.contains(kind)) {
                everywhere.merge(feature, count, Integer::sum);
            } else if (WORDS.contains(kind) && articles.get(language) >= FEWEST) {
                shares.merge(feature, inAHundred(count, articles.get(language)), Integer::max);
            }
        }));
        everywhere.forEach((feature, count) -> shares.put(feature, inAHundred(count, all)));
        return shares;
    }

    private static int inAHundred(int count, int of) {
        return Math.round(100f * count / of);
    }
}
