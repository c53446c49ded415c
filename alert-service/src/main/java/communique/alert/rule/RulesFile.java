package communique.alert.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a rules file holds.
 *
 * @param rules the rules, in the order of the file
 * @param tiers named groups of sources the rules may refer to
 */
record RulesFile(List<WatchRule> rules, Map<String, List<String>> tiers) {
    /** Checks itself. */
    RulesFile {
        if (rules == null || rules.isEmpty()) {
            throw new IllegalArgumentException("rules must list at least one rule");
        }
        Set<String> ids = new HashSet<>();
        rules.stream().filter(rule -> !ids.add(rule.id())).findFirst().ifPresent(rule -> {
            throw new IllegalArgumentException("two rules are called '" + rule.id() + "'");
        });
        rules = List.copyOf(rules);
        Map<String, List<String>> known = Objects.requireNonNullElse(tiers, Map.of());
        rules.forEach(rule -> rule.sources().tiers().forEach(tier -> checkTier(rule, tier, known)));
        tiers = Map.copyOf(known);
    }

    private static void checkTier(WatchRule rule, String tier, Map<String, List<String>> known) {
        if (!known.containsKey(tier)) {
            throw new IllegalArgumentException("rule " + rule.id() + " names tier '" + tier + "'; the file defines "
                    + (known.isEmpty() ? "none, under the key tiers" : known.keySet()));
        }
    }
}
