package communique.analysis.country;

import java.util.EnumSet;
import java.util.Set;

/**
 * How much of an article one country has. Headline and dateline tell more than a mention; what only comes up later has
 * to come up often.
 */
final class CountryWeight {
    private static final int IN_HEADLINE = 2;
    private static final int IN_DATELINE = 3;

    /** The share of the heaviest country's weight from which one that opens the article is a main country. */
    private static final double OPENING = 0.15;

    /** The same for one that only comes up later. */
    private static final double LATER = 0.7;

    private final Set<CountryRole> roles = EnumSet.noneOf(CountryRole.class);
    private int mentions;
    private int weight;
    private boolean opens;
    private boolean member;

    void mention(boolean headline, boolean opening) {
        mentions++;
        weight += headline ? IN_HEADLINE : 1;
        opens |= opening;
        roles.add(CountryRole.MENTION);
    }

    /** A mention in a table. */
    void row() {
        mentions++;
        roles.add(CountryRole.MENTION);
    }

    void dateline() {
        mentions++;
        weight += IN_DATELINE;
        opens = true;
        roles.add(CountryRole.VENUE);
    }

    void play(CountryRole role) {
        roles.add(role);
    }

    /** It speaks as one of a group only. */
    void member() {
        member = true;
    }

    int weight() {
        return weight;
    }

    CountryTag tag(String code, int heaviest) {
        boolean main = weight > 0 && weight >= heaviest * (opens ? OPENING : LATER);
        return new CountryTag(code, roles, mentions, main || (roles.contains(CountryRole.SPEAKER) && !member));
    }
}
