package communique.analysis.english;

import communique.analysis.lexicon.Kind;
import communique.analysis.statement.Flow;
import communique.analysis.statement.VerbSense;
import communique.analysis.statement.VerbSense.Form;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;

/** Tells from tense and mood whether an English sentence goes on with somebody's words. */
final class EnglishFlow {
    private EnglishFlow() {}

    static Flow of(Units units, Sentence sentence) {
        if (isPoint(units, sentence.from())) {
            return Flow.POINT;
        }
        Flow turn = turn(units, sentence);
        if (turn != null) {
            return turn;
        }
        if (isImperative(units, sentence.from())) {
            return Flow.SPEECH;
        }
        boolean present = false;
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (isWe(units, unit)) {
                return Flow.OWN;
            }
            if (isAgentless(units, sentence, unit)) {
                return Flow.MINUTES;
            }
            if (isModal(units, unit) || units.is(unit, WordClass.READY)) {
                return Flow.SPEECH;
            }
            if (isPast(units, unit)) {
                return Flow.NARRATIVE;
            }
            present |= units.is(unit, WordClass.PRESENT);
        }
        return present ? Flow.OPEN : Flow.NARRATIVE;
    }

    /** "us", but not the US. */
    private static boolean isWe(Units units, int unit) {
        return units.is(unit, WordClass.WE) && !units.is(unit, Kind.COUNTRY);
    }

    /** "may", but not in May. */
    private static boolean isModal(Units units, int unit) {
        return units.is(unit, WordClass.MODAL) && !(units.is(unit, WordClass.MONTH) && units.isCapital(unit));
    }

    /** "First, ...", "The third is ...", "2. ...", "(3) ...". */
    static boolean isPoint(Units units, int from) {
        if (units.is(from, WordClass.ORDINAL)) {
            return units.isMark(from + 1, ',') || units.isMark(from + 1, ':') || units.reads(from + 1, "is");
        }
        int number = units.isMark(from, '(') ? from + 1 : from;
        return units.isNumber(number)
                && units.end(number) - units.start(number) <= 2
                && (units.isMark(number + 1, '.') || units.isMark(number + 1, ')'));
    }

    /** "Question: ...", "Answer: ...", or a dash where a paragraph of an interview begins; null for none. */
    private static Flow turn(Units units, Sentence sentence) {
        int from = sentence.from();
        if (units.isMark(from + 1, ':')) {
            return units.is(from, WordClass.QUESTION)
                    ? Flow.QUESTION
                    : units.is(from, WordClass.ANSWER) ? Flow.ANSWER : null;
        }
        if (!units.isMark(from, '—')) {
            return null;
        }
        return units.isMark(sentence.to() - 1, '?') ? Flow.QUESTION : Flow.ANSWER;
    }

    /** "It was stressed that", "regret was voiced". */
    private static boolean isAgentless(Units units, Sentence sentence, int unit) {
        if (!units.is(unit, Kind.VERB)) {
            return false;
        }
        VerbSense verb = units.sense(unit, VerbSense.class);
        return verb.pattern() != VerbSense.Pattern.WEAK
                && (verb.form() == Form.PAST || verb.form() == Form.PERFECT)
                && isAfterBe(units, sentence, unit)
                && !units.reads(unit + 1, "by");
    }

    /** Whether a form of "be" stands before a participle: "was told", "has been strongly condemned". */
    static boolean isAfterBe(Units units, Sentence sentence, int participle) {
        int before = participle - 1;
        while (before > sentence.from()
                && (units.is(before, WordClass.ADVERB) || units.is(before, WordClass.NEGATION))) {
            before--;
        }
        String auxiliary = units.is(before, WordClass.AUXILIARY) ? units.normal(before) : "";
        return switch (auxiliary) {
            case "is", "are", "was", "were", "be", "being" -> true;
            default -> auxiliary.endsWith("been");
        };
    }

    private static boolean isImperative(Units units, int from) {
        VerbSense verb = units.sense(from, VerbSense.class);
        boolean baseForm = verb != null
                && verb.form() == Form.BASE
                && !units.is(from, Kind.SPEECH_NOUN)
                && !units.is(from + 1, WordClass.PREPOSITION);
        return baseForm || units.reads(from, "support") || units.reads(from, "encourage");
    }

    private static boolean isPast(Units units, int unit) {
        if (units.reads(unit, "was")
                || units.reads(unit, "were")
                || units.reads(unit, "did")
                || units.is(unit, WordClass.PAST)) {
            return true;
        }
        boolean participle = units.is(unit - 1, WordClass.AUXILIARY)
                || units.is(unit - 1, WordClass.DETERMINER)
                || units.is(unit - 1, WordClass.PREPOSITION);
        return units.isPlainWord(unit)
                && !units.isCapital(unit)
                && units.ends(unit, "ed")
                && !participle
                && !units.reads(unit + 1, "by");
    }
}
