package communique.analysis.statement;

import communique.analysis.country.CountrySense;
import communique.analysis.country.InnerCountrySense;
import communique.analysis.lexicon.Kind;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells which countries a sentence is about. */
final class AboutJudge {
    /** So many countries in a row are a list of examples, not what is spoken about. */
    private static final int LIST = 4;

    private final Units units;
    private final List<String> focus;

    /**
     * For one article.
     *
     * @param focus the countries the article as a whole is about, for sentences that only point back
     */
    AboutJudge(Units units, List<String> focus) {
        this.units = units;
        this.focus = focus;
    }

    /** Those of some countries that the article as a whole is about. */
    List<String> inFocus(List<String> countries) {
        return countries.stream().filter(focus::contains).toList();
    }

    /**
     * The countries a sentence is about.
     *
     * @param speakers what the sentence tells about who speaks; a country named only there is not its matter
     * @param states the speaking states, which are left out
     * @param before what the speech was about until now; empty where none goes on
     */
    List<String> about(Sentence sentence, List<Attribution> speakers, List<String> states, List<String> before) {
        Set<String> about = new LinkedHashSet<>(named(sentence, speakers));
        about.removeIf(code -> isOwn(code, states));
        boolean pointsAtCountry = holds(sentence, WordClass.COUNTRY_ANAPHOR);
        if (about.isEmpty() || pointsAtCountry) {
            boolean pointsBack = pointsAtCountry || holds(sentence, WordClass.ANAPHOR);
            boolean changes = !pointsBack && holds(sentence, WordClass.REGARDING);
            about.addAll(before.isEmpty() && pointsBack ? focus : changes ? List.of() : before);
        }
        about.removeIf(code -> isOwn(code, states));
        if (about.isEmpty() && states.size() >= 2) {
            about.addAll(states.size() == 2 ? states : inFocus(states));
        }
        return List.copyOf(about);
    }

    /**
     * A state is not what it speaks about itself; but of two that speak together each speaks about the other, and of
     * more the one in focus.
     */
    private boolean isOwn(String code, List<String> states) {
        return states.contains(code) && (states.size() == 1 || (states.size() > 2 && !focus.contains(code)));
    }

    private List<String> named(Sentence sentence, List<Attribution> speakers) {
        List<String> named = new ArrayList<>();
        int unit = sentence.from();
        while (unit < sentence.to()) {
            int end = endOfList(unit, sentence.to());
            if (end > unit) {
                unit = end;
            } else {
                if (!isInSpeaker(unit, speakers)) {
                    addNamed(unit, named);
                }
                unit++;
            }
        }
        return named;
    }

    private void addNamed(int unit, List<String> named) {
        if (units.is(unit, Kind.COUNTRY)) {
            named.add(units.sense(unit, CountrySense.class).code());
        } else if (units.is(unit, Kind.NAMES_COUNTRY) && !units.is(unit, WordClass.ASIDE)) {
            units.term(unit).senses(InnerCountrySense.class).forEach(inner -> named.add(inner.code()));
        }
    }

    /**
     * The unit after a row of countries that is long enough to be a list of examples; the unit itself where none
     * begins.
     */
    private int endOfList(int from, int limit) {
        int unit = from;
        int last = from;
        int countries = 0;
        while (unit < limit
                && (units.is(unit, Kind.COUNTRY)
                        || units.isMark(unit, ',')
                        || units.isMark(unit, '،')
                        || units.isMark(unit, '、')
                        || units.is(unit, WordClass.AND)
                        || units.is(unit, WordClass.CONJUNCTION)
                        || units.is(unit, WordClass.DETERMINER))) {
            if (units.is(unit, Kind.COUNTRY)) {
                countries++;
                last = unit + 1;
            }
            unit++;
        }
        return countries >= LIST ? last : from;
    }

    private boolean holds(Sentence sentence, WordClass wordClass) {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, wordClass)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInSpeaker(int unit, List<Attribution> speakers) {
        return speakers.stream()
                .anyMatch(s -> unit >= s.speaker().from() && unit < s.speaker().to());
    }
}
