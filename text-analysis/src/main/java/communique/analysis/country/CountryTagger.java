package communique.analysis.country;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.PersonSense;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the countries of an article, their roles, and which of them it is about. */
public final class CountryTagger {
    private static final int NAMING = Kind.COUNTRY.bit() | Kind.PERSON.bit() | Kind.NAMES_COUNTRY.bit();

    private CountryTagger() {}

    /** The countries, main ones first. */
    public static List<CountryTag> tag(Units units, List<Sentence> sentences, Set<String> speakers, Set<String> about) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> weights = new HashMap<>();
        Map<String, Set<CountryRole>> roles = new HashMap<>();
        for (Sentence sentence : sentences) {
            int afterRow = sentence.from();
            for (int unit = sentence.from(); unit < sentence.to(); unit++) {
                if (unit >= afterRow && units.is(unit, Kind.COUNTRY)) {
                    afterRow = CountryRow.end(units, unit, sentence.to());
                }
                if ((units.kinds(unit) & NAMING) == 0) {
                    continue;
                }
                for (String code : named(units, unit)) {
                    counts.merge(code, 1, Integer::sum);
                    weights.merge(code, unit < afterRow ? 0 : 1, Integer::sum);
                    roles.computeIfAbsent(code, c -> EnumSet.noneOf(CountryRole.class))
                            .add(CountryRole.MENTION);
                }
            }
        }
        speakers.forEach(code -> roles.computeIfAbsent(code, c -> EnumSet.noneOf(CountryRole.class))
                .add(CountryRole.SPEAKER));
        about.forEach(code -> roles.computeIfAbsent(code, c -> EnumSet.noneOf(CountryRole.class))
                .add(CountryRole.ABOUT));
        List<CountryTag> tags = new ArrayList<>();
        int most = weights.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        roles.forEach((code, set) -> {
            int weight = weights.getOrDefault(code, 0);
            boolean main = weight > 0 && weight * 4 >= most;
            int count = counts.getOrDefault(code, 0);
            tags.add(new CountryTag(code, set, count, main || set.contains(CountryRole.SPEAKER)));
        });
        tags.sort(Comparator.comparing(CountryTag::mentions).reversed().thenComparing(CountryTag::code));
        return tags;
    }

    /** The countries a unit names: itself, inside a longer term such as "Afghan refugees", or by a person it served. */
    private static List<String> named(Units units, int unit) {
        if (units.is(unit, Kind.COUNTRY)) {
            return List.of(units.sense(unit, CountrySense.class).code());
        }
        if (units.is(unit, Kind.PERSON)) {
            return List.of(
                    units.sense(unit, PersonSense.class).person().latest().country());
        }
        return units.is(unit, Kind.NAMES_COUNTRY)
                ? units.term(unit).senses(InnerCountrySense.class).stream()
                        .map(InnerCountrySense::code)
                        .distinct()
                        .toList()
                : List.of();
    }
}
