package communique.analysis.speaker;

import communique.analysis.lexicon.Kind;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tells the time of an article by who holds which office in it: "Foreign Minister Qin Gang" can only act between
 * December 2022 and July 2023.
 *
 * @param from first day on which everybody named with an office held it
 * @param to last such day
 * @param evidence the person and office whose term ended first, in words
 */
public record OfficeDating(LocalDate from, LocalDate to, String evidence) {
    /** Somebody named further down may be recalled from another time. */
    private static final int LEAD = 8;

    /** The time span, where anybody is named with an office and the terms overlap. */
    public static Optional<OfficeDating> of(Units units, List<Sentence> sentences) {
        LocalDate from = LocalDate.MIN;
        LocalDate to = LocalDate.MAX;
        String evidence = "";
        for (Sentence sentence : sentences.subList(0, Math.min(LEAD, sentences.size()))) {
            for (int unit = sentence.from() + 1; unit < sentence.to(); unit++) {
                Optional<Tenure> tenure = units.is(unit, Kind.PERSON) ? heldHere(units, unit) : Optional.empty();
                if (tenure.isPresent()) {
                    Tenure held = tenure.get();
                    from = held.from().isAfter(from) ? held.from() : from;
                    if (held.to().isBefore(to)) {
                        to = held.to();
                        evidence = units.sense(unit, PersonSense.class).person().name() + " was " + held.office()
                                + " of " + held.country() + " until " + to;
                    }
                }
            }
        }
        boolean told = !from.equals(LocalDate.MIN) || !to.equals(LocalDate.MAX);
        return told && !to.isBefore(from) ? Optional.of(new OfficeDating(from, to, evidence)) : Optional.empty();
    }

    /** The only term of a person in the office that stands right before the name, and is not called former. */
    private static Optional<Tenure> heldHere(Units units, int unit) {
        OfficeSense office = units.is(unit - 1, Kind.OFFICE) ? units.sense(unit - 1, OfficeSense.class) : null;
        if (office == null || isFormer(units, unit - 2)) {
            return Optional.empty();
        }
        List<Tenure> held = units.sense(unit, PersonSense.class).person().tenures().stream()
                .filter(tenure -> tenure.office().equals(office.id()))
                .toList();
        return held.size() == 1 ? Optional.of(held.get(0)) : Optional.empty();
    }

    private static boolean isFormer(Units units, int before) {
        for (int unit = before; unit > before - 4 && unit >= 0; unit--) {
            if (units.is(unit, WordClass.FORMER)) {
                return true;
            }
        }
        return false;
    }
}
