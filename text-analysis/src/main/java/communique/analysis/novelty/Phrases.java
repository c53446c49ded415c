package communique.analysis.novelty;

import communique.analysis.lexicon.CharClass;
import communique.analysis.text.Units;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Words in a row out of a statement. Of all rows only few are kept, and of the same statement the same ones, wherever
 * it stands: those that come first in an order that has nothing to do with the text (min-wise hashing).
 */
final class Phrases {
    private static final int KEPT = 4;
    private static final int WORDS = 5;
    private static final int CHARACTERS = 8;

    private Phrases() {}

    static Set<String> of(Units units, int from, int to) {
        TreeSet<String> rows =
                new TreeSet<>(Comparator.comparingInt(Phrases::shuffled).thenComparing(Comparator.naturalOrder()));
        Deque<String> row = new ArrayDeque<>();
        for (int unit = from; unit < to; unit++) {
            if (units.isMark(unit)) {
                continue;
            }
            row.add(units.normal(unit));
            if (row.size() > (CharClass.isUnspaced(units.first(unit)) ? CHARACTERS : WORDS)) {
                row.remove();
                rows.add(FeatureKind.PHRASE.feature(String.join(" ", row)));
                if (rows.size() > KEPT) {
                    rows.pollLast();
                }
            }
        }
        return rows.stream().collect(Collectors.toSet());
    }

    private static int shuffled(String row) {
        int hash = row.hashCode() * 0x9E3779B1;
        return hash ^ (hash >>> 15);
    }
}
