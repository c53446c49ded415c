package communique.analysis.english;

import communique.analysis.lexicon.Kind;
import communique.analysis.statement.SourcePhrase;
import communique.analysis.statement.VerbSense;
import communique.analysis.statement.VerbSense.Form;
import communique.analysis.statement.VerbSense.Pattern;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the noun phrase that words are attributed to in an English sentence, whoever it names: the subject of a verb of
 * speech, before it or, behind the words, after it; and what follows "according to". Unlike {@link AttributionFinder}
 * it does not ask who that is.
 */
final class SourceFinder {
    private static final Set<String> INSIDE = Set.of("of", "for", "at", "from", "in", "with", "to", "against");
    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it", "we", "who", "which");

    /** What evidence does and those who know, beside the verbs of speech; they count with what follows. */
    private static final Set<String> EVIDENCE = Set.of(
            "show",
            "shows",
            "showed",
            "indicate",
            "indicates",
            "indicated",
            "find",
            "finds",
            "found",
            "think",
            "thinks",
            "thought",
            "believe",
            "believes",
            "believed",
            "know",
            "knows",
            "knew",
            "feel",
            "feels",
            "felt");

    private static final int LONGEST = 30;

    private final Units units;
    private final Sentence sentence;
    private final List<SourcePhrase> found = new ArrayList<>();

    private SourceFinder(Units units, Sentence sentence) {
        this.units = units;
        this.sentence = sentence;
    }

    /** The sources of a sentence, in order of their cues. */
    static List<SourcePhrase> find(Units units, Sentence sentence) {
        SourceFinder finder = new SourceFinder(units, sentence);
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, WordClass.ACCORDING)) {
                finder.after(unit).ifPresent(finder.found::add);
            } else if (EVIDENCE.contains(units.normal(unit))) {
                finder.evidence(unit);
            } else if (units.is(unit, Kind.VERB)) {
                finder.verb(unit);
            }
        }
        return finder.found;
    }

    private void evidence(int unit) {
        boolean clause = units.is(unit + 1, WordClass.THAT)
                || units.is(unit + 1, WordClass.DETERMINER)
                || units.isCapital(unit + 1);
        if (clause) {
            before(unit).ifPresent(found::add);
        }
    }

    private void verb(int unit) {
        VerbSense verb = units.sense(unit, VerbSense.class);
        boolean weak = verb.pattern() == Pattern.WEAK && !units.is(unit + 1, WordClass.THAT);
        if (weak || verb.pattern() == Pattern.TOPIC || !isFinite(unit, verb)) {
            return;
        }
        Optional<SourcePhrase> inverted =
                verb.pattern() == Pattern.CLAUSE && endsWords(unit - 1) ? after(unit) : Optional.empty();
        inverted.or(() -> before(unit)).ifPresent(found::add);
    }

    /** Whether a form that may be a noun, an infinitive or a passive is a finite verb here. */
    private boolean isFinite(int unit, VerbSense verb) {
        int before = unit - 1;
        return switch (verb.form()) {
            case PAST -> !EnglishFlow.isAfterBe(units, sentence, unit);
            case PRESENT -> !units.is(before, WordClass.DETERMINER) && !units.isPossessive(before);
            case BASE -> isPlural(before) || units.is(before, WordClass.ADVERB) || units.is(before, WordClass.MODAL);
            default -> false;
        };
    }

    private boolean isPlural(int unit) {
        return unit >= sentence.from()
                && !units.isMark(unit)
                && (units.reads(unit, "they")
                        || units.reads(unit, "we")
                        || units.reads(unit, "who")
                        || (units.last(unit) == 's' && !units.is(unit, Kind.WORD)));
    }

    /** Whether words end at a unit, so that their speaker may follow the verb. */
    private boolean endsWords(int unit) {
        return unit >= sentence.from() && (units.isMark(unit, ',') || units.isQuotationMark(unit));
    }

    private Optional<SourcePhrase> before(int verb) {
        int end = verb;
        while (end > sentence.from()
                && (units.is(end - 1, WordClass.ADVERB)
                        || units.is(end - 1, WordClass.AUXILIARY)
                        || units.is(end - 1, WordClass.MODAL)
                        || units.is(end - 1, WordClass.NEGATION))) {
            end--;
        }
        if (units.isMark(end - 1, ',') && end - 1 > sentence.from()) {
            return apposed(end - 1, verb);
        }
        int from = begin(end);
        return from < end && hasNoun(end - 1) ? Optional.of(new SourcePhrase(from, end, verb)) : Optional.empty();
    }

    /** A phrase ends in its noun. */
    private boolean hasNoun(int last) {
        return isPronoun(last)
                || !(units.is(last, WordClass.DETERMINER)
                        || units.isPossessive(last)
                        || units.is(last, WordClass.PREPOSITION)
                        || units.is(last, WordClass.THAT));
    }

    /** "Mr. Roe, head of the mill, said": the name with what is told of it between commas. */
    private Optional<SourcePhrase> apposed(int comma, int verb) {
        for (int at = comma - 1; at > sentence.from() && comma - at < LONGEST; at--) {
            if (units.isMark(at, ',')) {
                int from = begin(at);
                return from < at ? Optional.of(new SourcePhrase(from, comma, verb)) : Optional.empty();
            }
            if (units.isQuotationMark(at) || units.isMark(at, ':')) {
                break;
            }
        }
        return Optional.empty();
    }

    /** The first unit of the noun phrase that ends before a unit; that unit where there is none. */
    private int begin(int end) {
        int last = end - 1;
        if (last < sentence.from()) {
            return end;
        }
        if (isPronoun(last)) {
            return last;
        }
        int from = end;
        for (int at = last; at >= sentence.from() && end - at < LONGEST; at--) {
            if (units.is(at, WordClass.DETERMINER)) {
                from = at;
                if (!isInside(at - 1)) {
                    break;
                }
                at--;
            } else if (!goesOn(at)) {
                if (!isNoun(at) || (at < last && isVerb(at))) {
                    break;
                }
                from = at;
            }
        }
        return from;
    }

    /** Neither begins nor ends a phrase, but may stand in one. */
    private boolean goesOn(int at) {
        return (isInside(at) && at > sentence.from() && isNoun(at - 1)) || joins(at);
    }

    private Optional<SourcePhrase> after(int cue) {
        int from = cue + 1;
        if (isPronoun(from)) {
            return Optional.of(new SourcePhrase(from, from + 1, cue));
        }
        int end = from;
        for (int at = from; at < sentence.to() && at - from < LONGEST; at++) {
            if (isNoun(at) || units.is(at, WordClass.DETERMINER)) {
                end = at + 1;
            } else if (!isInside(at) || at == from) {
                break;
            }
        }
        return end > from && hasNoun(end - 1) ? Optional.of(new SourcePhrase(from, end, cue)) : Optional.empty();
    }

    /** "Ms. Roe and Mr. Doe": between two names. */
    private boolean joins(int unit) {
        return units.reads(unit, "and")
                && unit > sentence.from()
                && units.isCapital(unit - 1)
                && units.isCapital(unit + 1);
    }

    private boolean isVerb(int unit) {
        VerbSense verb = units.sense(unit, VerbSense.class);
        return verb != null && !units.isCapital(unit) && (verb.form() == Form.PAST || verb.form() == Form.PARTICIPLE);
    }

    private boolean isPronoun(int unit) {
        return unit < sentence.to() && unit >= sentence.from() && PRONOUNS.contains(units.normal(unit));
    }

    private boolean isInside(int unit) {
        return unit > sentence.from() && units.is(unit, WordClass.PREPOSITION) && INSIDE.contains(units.normal(unit));
    }

    /** Whether a unit can stand in a noun phrase as a noun, a name, an adjective or the ending of a genitive. */
    private boolean isNoun(int unit) {
        if (units.isPossessive(unit) || units.isNumber(unit)) {
            return true;
        }
        if (units.isMark(unit)) {
            return units.isMark(unit, '-') || (units.isMark(unit, '.') && units.is(unit - 1, WordClass.ABBREVIATION));
        }
        if (units.isPlainWord(unit)) {
            return true;
        }
        return !units.is(unit, Kind.WORD) || isWordOfPhrase(unit);
    }

    private boolean isWordOfPhrase(int unit) {
        return units.is(unit, WordClass.MODIFIER)
                || units.is(unit, WordClass.FORMER)
                || units.is(unit, WordClass.ABBREVIATION)
                || units.is(unit, WordClass.ORDINAL)
                || units.is(unit, WordClass.COLLECTIVE)
                || units.is(unit, Kind.COUNTRY)
                || units.is(unit, Kind.PERSON)
                || units.is(unit, Kind.OFFICE);
    }
}
