package communique.analysis.statement;

import communique.analysis.country.CountrySense;
import communique.analysis.country.InnerCountrySense;
import communique.analysis.lexicon.Kind;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which countries an article as a whole is about. */
final class Focus {
    private static final double SHARE = 0.3;

    private Focus() {}

    /** Countries named in the first sentence and in at least three tenths of all. */
    static List<String> of(Units units, List<Sentence> sentences) {
        Map<String, Integer> counts = new HashMap<>();
        Set<String> lead = new HashSet<>();
        for (int i = 0; i < sentences.size(); i++) {
            Set<String> named = named(units, sentences.get(i));
            named.forEach(code -> counts.merge(code, 1, Integer::sum));
            if (i < 3) {
                lead.addAll(named);
            }
        }
        return counts.entrySet().stream()
                .filter(entry ->
                        lead.contains(entry.getKey()) && entry.getValue() >= Math.floor(SHARE * sentences.size()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Set<String> named(Units units, Sentence sentence) {
        Set<String> named = new HashSet<>();
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, Kind.COUNTRY)) {
                named.add(units.sense(unit, CountrySense.class).code());
            } else if (units.is(unit, Kind.NAMES_COUNTRY)) {
                for (InnerCountrySense inner : units.term(unit).senses(InnerCountrySense.class)) {
                    named.add(inner.code());
                }
            }
        }
        return named;
    }
}
