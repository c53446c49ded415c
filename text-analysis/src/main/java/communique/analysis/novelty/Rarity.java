package communique.analysis.novelty;

import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.LexiconException;
import communique.analysis.lexicon.LexiconFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How rare features are, from {@code frequencies.txt}: of a hundred articles, how many have it. That two articles both
 * name Afghanistan says nothing; that both tell of an avalanche, much.
 */
final class Rarity {
    /** What fewer of a hundred articles have is as rare as can be. */
    static final int RARE = 1;

    private static final int ALL = 100;

    /** However common a feature is, its absence still tells a little. */
    private static final double LEAST = 0.05;

    private static final Map<String, Double> KNOWN = read(new LexiconFiles(Optional.empty()));

    private Rarity() {}

    /** From 0.05 for what every article has to 1 for what hardly any has. */
    static double of(String feature) {
        return KNOWN.getOrDefault(feature, 1.0);
    }

    private static Map<String, Double> read(LexiconFiles files) {
        Map<String, Double> known = new HashMap<>();
        for (Block block : files.read("frequencies.txt")) {
            for (Block.Field field : block.fields()) {
                double share = share(field);
                field.values().forEach(value -> known.put(block.id() + ":" + value, rarity(share)));
            }
        }
        return Map.copyOf(known);
    }

    private static double rarity(double share) {
        return Math.max(LEAST, Math.min(1, Math.log(ALL / share) / Math.log((double) ALL / RARE)));
    }

    private static double share(Block.Field field) {
        try {
            return Integer.parseInt(field.key());
        } catch (NumberFormatException e) {
            throw new LexiconException(field.file(), field.line(), "must begin with a number of articles in a hundred");
        }
    }
}
