package communique.alert.rule;

import communique.schemas.v1.Source;
import java.util.List;
import java.util.Map;

/**
 * Which outlets a rule listens to. What is left out does not matter.
 *
 * @param ids short names of sources
 * @param tiers names of groups of sources, as the rules file defines them
 * @param countries states the outlets belong to, ISO 3166-1 alpha-2
 * @param official true for organs of a state only, false for all others
 */
public record SourceFilter(List<String> ids, List<String> tiers, List<String> countries, Boolean official) {
    /** Every outlet. */
    static final SourceFilter ALL = new SourceFilter(null, null, null, null);

    /** Copies. */
    public SourceFilter {
        ids = WatchRule.copy(ids);
        tiers = WatchRule.copy(tiers);
        countries = WatchRule.copy(countries);
        WatchRule.checkStates(countries, "sources.countries");
    }

    /** Whether it listens to an outlet. */
    boolean accepts(Source source, Map<String, List<String>> groups) {
        boolean named = (ids.isEmpty() && tiers.isEmpty())
                || ids.contains(source.getId())
                || tiers.stream()
                        .anyMatch(tier -> groups.getOrDefault(tier, List.of()).contains(source.getId()));
        boolean at = countries.isEmpty()
                || source.getCountry().filter(countries::contains).isPresent();
        return named && at && (official == null || official == source.getOfficial());
    }
}
