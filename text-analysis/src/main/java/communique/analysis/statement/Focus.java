package communique.analysis.statement;

import communique.analysis.country.CountrySense;
import communique.analysis.country.InnerCountrySense;
import communique.analysis.lexicon.Kind;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which countries an article as a whole is about. */
final class Focus {
    private static final double SHARE = 0.3;
    private static final int LEAD = 3;
    private static final int NAMING = Kind.COUNTRY.bit() | Kind.NAMES_COUNTRY.bit();

    /** Sentences of a text in which a country named once is named in passing. */
    private static final int LENGTH = 6;

    private Focus() {}

    /** Countries named in the first sentence and in at least three tenths of all. */
    static List<String> of(Units units, List<Sentence> sentences) {
        Map<String, Integer> counts = new HashMap<>();
        Set<String> lead = new HashSet<>();
        for (int i = 0; i < sentences.size(); i++) {
            Set<String> named = named(units, sentences.get(i));
            for (String code : named) {
                counts.merge(code, 1, Integer::sum);
            }
            if (i < LEAD) {
                lead.addAll(named);
            }
        }
        double least = Math.floor(SHARE * sentences.size());
        List<String> focus = new ArrayList<>();
        for (String code : lead) {
            if (counts.get(code) >= least) {
                focus.add(code);
            }
        }
        Collections.sort(focus);
        return focus;
    }

    /** In a text of some length, the countries that a single sentence names. */
    static Set<String> passing(Units units, List<Sentence> sentences) {
        Set<String> once = new HashSet<>();
        if (sentences.size() < LENGTH) {
            return once;
        }
        Set<String> more = new HashSet<>();
        for (Sentence sentence : sentences) {
            for (String code : named(units, sentence)) {
                if (!once.add(code)) {
                    more.add(code);
                }
            }
        }
        once.removeAll(more);
        return once;
    }

    private static Set<String> named(Units units, Sentence sentence) {
        Set<String> named = Set.of();
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if ((units.kinds(unit) & NAMING) != 0) {
                named = named.isEmpty() ? new HashSet<>() : named;
                add(units, unit, named);
            }
        }
        return named;
    }

    private static void add(Units units, int unit, Set<String> named) {
        if (units.is(unit, Kind.COUNTRY)) {
            named.add(units.sense(unit, CountrySense.class).code());
        } else {
            named.addAll(InnerCountrySense.codes(units.term(unit)));
        }
    }
}
