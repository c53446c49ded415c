package communique.alert.rule;

import communique.schemas.v1.Speaker;
import communique.schemas.v1.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the rules that a statement may match by who speaks about whom; most rules of many are about others. */
final class RuleIndex {
    private record Pair(String by, String about) {}

    private final List<WatchRule> rules;
    private final Map<Pair, List<Integer>> places = new HashMap<>();
    private final Set<String> speakers = new HashSet<>();
    private final Set<String> countries = new HashSet<>();

    RuleIndex(List<WatchRule> rules) {
        this.rules = rules;
        for (int place = 0; place < rules.size(); place++) {
            WatchRule rule = rules.get(place);
            speakers.addAll(rule.by());
            countries.addAll(rule.about());
            for (String by : rule.by()) {
                for (String about : rule.about()) {
                    places.computeIfAbsent(new Pair(by, about), pair -> new ArrayList<>())
                            .add(place);
                }
            }
        }
    }

    /** The rules that listen to a speaker of one of some statements and watch a country it is about, in their order. */
    List<WatchRule> candidates(List<Statement> statements) {
        BitSet found = new BitSet();
        for (Statement statement : statements) {
            for (Speaker speaker : statement.getSpeakers()) {
                for (String about : statement.getAbout()) {
                    places.getOrDefault(new Pair(speaker.getCountry(), about), List.of())
                            .forEach(found::set);
                }
            }
        }
        return found.stream().mapToObj(rules::get).toList();
    }

    /** Whether some rule listens to a speaker of a statement. */
    boolean listensTo(Statement statement) {
        return statement.getSpeakers().stream().anyMatch(speaker -> speakers.contains(speaker.getCountry()));
    }

    /** Whether some rule watches a country a statement is about. */
    boolean watches(Statement statement) {
        return statement.getAbout().stream().anyMatch(countries::contains);
    }
}
