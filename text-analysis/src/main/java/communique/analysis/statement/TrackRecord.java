package communique.analysis.statement;

import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.LexiconFiles;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How often a rule of attribution was right on labelled news, read from {@code confidence.txt}. What was seldom seen
 * counts for little: a few cases of an average rule are added to those of each.
 */
final class TrackRecord {
    /** The share that is right of what a rule of which nothing is known finds. */
    private static final double AVERAGE = 0.9;

    /** As many cases of an average rule as articles left out of the count are foretold best with. */
    private static final double ADDED = 4;

    /** More digits would tell people nothing. */
    private static final double THOUSAND = 1000;

    private static final Map<String, Double> CONFIDENCES = new LexiconFiles(Optional.empty())
            .read("confidence.txt").stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Block::id, block -> confidence(count(block, "found"), count(block, "right"))));

    private TrackRecord() {}

    /** How sure what a rule finds is, 0 to 1. */
    static double confidence(String rule) {
        return CONFIDENCES.getOrDefault(rule, AVERAGE);
    }

    private static double confidence(int found, int right) {
        double share = (right + AVERAGE * ADDED) / (found + ADDED);
        return Math.round(share * THOUSAND) / THOUSAND;
    }

    private static int count(Block block, String key) {
        return block.fields().stream()
                .filter(field -> field.key().equals(key))
                .mapToInt(field -> Integer.parseInt(field.values().get(0)))
                .findFirst()
                .orElseThrow(() -> block.wrong("no '" + key + ":' line"));
    }
}
