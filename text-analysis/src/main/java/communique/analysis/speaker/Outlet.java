package communique.analysis.speaker;

import communique.analysis.lexicon.Kind;
import communique.analysis.text.Units;
import java.util.Optional;

/**
 * Who publishes a text.
 *
 * @param country state of the outlet, ISO 3166-1 alpha-2
 * @param official whether it is an organ of that state, so that what it posts are the state's own words
 */
public record Outlet(Optional<String> country, boolean official) {
    private static final int HEAD = 40;

    /**
     * The outlet as told, else by the marks it leaves in its texts: at the beginning, or, where it is an organ of a
     * state, anywhere in a short post.
     */
    public static Outlet of(Optional<String> country, boolean official, Units units) {
        if (country.isPresent()) {
            return new Outlet(country, official);
        }
        for (int unit = 0; unit < Math.min(HEAD, units.count()); unit++) {
            if (units.is(unit, Kind.OUTLET)) {
                OutletSense mark = units.sense(unit, OutletSense.class);
                return new Outlet(Optional.of(mark.country()), mark.official());
            }
        }
        return new Outlet(Optional.empty(), false);
    }
}
