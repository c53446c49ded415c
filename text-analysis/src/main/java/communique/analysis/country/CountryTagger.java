package communique.analysis.country;

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
    private CountryTagger() {}

    /** The country a unit names, or that a person named by it served last; null where none. */
    private static String named(Units units, int unit) {
        CountrySense country = units.sense(unit, CountrySense.class);
        if (country != null) {
            return country.code();
        }
        PersonSense person = units.sense(unit, PersonSense.class);
        return person == null ? null : person.person().latest().country();
    }

    /** The countries, main ones first. */
    public static List<CountryTag> tag(Units units, List<Sentence> sentences, Set<String> speakers, Set<String> about) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Set<CountryRole>> roles = new HashMap<>();
        for (Sentence sentence : sentences) {
            for (int unit = sentence.from(); unit < sentence.to(); unit++) {
                String code = named(units, unit);
                if (code != null) {
                    counts.merge(code, 1, Integer::sum);
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
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        roles.forEach((code, set) -> tags.add(
                new CountryTag(code, set, counts.getOrDefault(code, 0), counts.getOrDefault(code, 0) * 4 >= most)));
        tags.sort(Comparator.comparing(CountryTag::mentions).reversed().thenComparing(CountryTag::code));
        return tags;
    }
}
