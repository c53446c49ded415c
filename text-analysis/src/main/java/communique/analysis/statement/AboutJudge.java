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
        boolean pointsBack = pointsBack(sentence);
        if (about.isEmpty() || pointsBack) {
            about.addAll(before.isEmpty() && pointsBack ? focus : before);
        }
        about.removeIf(code -> isOwn(code, states));
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
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (!isInSpeaker(unit, speakers)) {
                if (units.is(unit, Kind.COUNTRY)) {
                    named.add(units.sense(unit, CountrySense.class).code());
                } else if (units.is(unit, Kind.NAMES_COUNTRY)) {
                    units.term(unit).senses(InnerCountrySense.class).forEach(inner -> named.add(inner.code()));
                }
            }
        }
        return named;
    }

    private boolean pointsBack(Sentence sentence) {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, WordClass.ANAPHOR)) {
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
