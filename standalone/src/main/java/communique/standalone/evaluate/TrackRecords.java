package communique.standalone.evaluate;

import communique.analysis.statement.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how often each rule of attribution is right, and writes the data file {@code confidence.txt} from which
 * statements have their confidence. A statement that several rules find counts for the one of them that is right most
 * often, since a statement is as sure as the surest of its rules.
 */
final class TrackRecords {
    private final List<Case> cases = new ArrayList<>();

    private record Case(List<String> rules, boolean right) {}

    /** How many statements a rule found, and how many of them are right. */
    private static final class Tally {
        private int found;
        private int right;

        void add(boolean isRight) {
            found++;
            right += isRight ? 1 : 0;
        }

        double share() {
            return (right + 1.0) / (found + 2.0);
        }
    }

    /** Takes note of a statement. */
    void add(Statement statement, boolean right) {
        cases.add(new Case(statement.rules(), right));
    }

    /** The lines of the data file. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "# Of the statements in labelled news that a rule found, and no rule that is surer: how many, and how many are right.",
                "# Written by: communique evaluate --confidences --min-confidence 0 ARTICLES.jsonl"));
        decided().forEach((rule, tally) -> {
            lines.add("");
            lines.add("[" + rule + "]");
            lines.add("found: " + tally.found);
            lines.add("right: " + tally.right);
        });
        return lines;
    }

    private Map<String, Tally> decided() {
        Map<String, Tally> all = new TreeMap<>();
        cases.forEach(told -> told.rules().forEach(rule -> tally(all, rule).add(told.right())));
        Map<String, Tally> decided = new TreeMap<>();
        for (Case told : cases) {
            String surest = told.rules().stream()
                    .max(Comparator.comparingDouble(
                                    (String rule) -> all.get(rule).share())
                            .thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            tally(decided, surest).add(told.right());
        }
        return decided;
    }

    private static Tally tally(Map<String, Tally> tallies, String rule) {
        return tallies.computeIfAbsent(rule, any -> new Tally());
    }
}
