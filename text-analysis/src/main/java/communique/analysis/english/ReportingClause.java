package communique.analysis.english;

import communique.analysis.speaker.Actor;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;

/** Where subject and verb of speech stand to the words they introduce. */
final class ReportingClause {
    private final Units units;
    private final Sentence sentence;
    private final Mentions mentions;
    private final SubjectFinder subjects;

    ReportingClause(Units units, Sentence sentence, Mentions mentions, SubjectFinder subjects) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
        this.subjects = subjects;
    }

    /** Whether subject and verb follow the words they introduce. */
    boolean isTail(int verb, Actor subject) {
        int before = subject.from() - 1;
        if (subject.to() > verb || before <= sentence.from()) {
            return false;
        }
        if (units.isQuotationMark(before) && units.isMark(before - 1, ',')) {
            return true;
        }
        boolean subordinate = units.is(sentence.from(), WordClass.CONJUNCTION);
        if (subordinate || (!units.isMark(before, ',') && !units.isQuotationMark(before))) {
            return false;
        }
        int after = verb + 1;
        boolean nothingFollows = after >= sentence.to()
                || units.isMark(after, '.')
                || units.isMark(after, ',')
                || units.is(after, WordClass.PREPOSITION)
                || units.is(after, WordClass.ADVERB)
                || units.is(after, WordClass.WEEKDAY);
        return nothingFollows || (hasClause(sentence.from(), before) && !hasClause(after, sentence.to()));
    }

    /**
     * "..., said Qureshi": the speaker after the verb, where the words stand before it and nothing but a place after.
     */
    Actor follows(int verb) {
        int before = verb - 1;
        Actor next = mentions.beginningAt(verb + 1);
        if (next == null || next.to() > sentence.to()) {
            return null;
        }
        if (before < sentence.from() || units.isQuotationMark(before)) {
            return next;
        }
        boolean ends = next.to() >= sentence.to()
                || units.isMark(next.to(), '.')
                || units.isMark(next.to(), ':')
                || units.is(next.to(), WordClass.PREPOSITION)
                || units.is(next.to(), WordClass.WEEKDAY);
        boolean afterWords = units.isMark(before, ',') && (ends || subjects.of(verb) == null);
        return afterWords && hasClauseOrHeading(before) ? next : null;
    }

    private boolean hasClauseOrHeading(int before) {
        return sentence.heading() || hasClause(sentence.from(), before) || subjects.of(before + 1) == null;
    }

    private boolean hasClause(int from, int to) {
        for (int unit = from; unit < to; unit++) {
            if (units.is(unit, WordClass.AUXILIARY)
                    || units.is(unit, WordClass.MODAL)
                    || units.is(unit, WordClass.PRESENT)
                    || units.is(unit, WordClass.THAT)
                    || units.reads(unit, "to")
                    || units.isQuotationMark(unit)) {
                return true;
            }
        }
        return false;
    }
}
