package communique.analysis.country;

import java.util.Set;

/**
 * A country in an article.
 *
 * @param code ISO 3166-1 alpha-2, upper case
 * @param roles every role it has
 * @param mentions how often it, its people, places or organs are named
 * @param main whether the article is substantially about it
 */
public record CountryTag(String code, Set<CountryRole> roles, int mentions, boolean main) {}
