package communique.analysis.english;

import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.SpeechAct;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.List;

/** Finds who speaks by other words than verbs of speech: "according to", "was quoted", "ready to". */
final class SourceCues {
    private final Units units;
    private final Sentence sentence;
    private final Mentions mentions;
    private final SubjectFinder subjects;
    private final List<Attribution> found;

    SourceCues(Units units, Sentence sentence, Mentions mentions, SubjectFinder subjects, List<Attribution> found) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
        this.subjects = subjects;
        this.found = found;
    }

    /** Adds who follows "according to". */
    void according(int unit) {
        Actor mention = mentions.beginningAt(unit + 1);
        if (mention != null) {
            Actor author = mention.type() == ActorType.BARE && !mention.isOffice() ? issuer(mention.to()) : mention;
            found.add(new Attribution(
                    author == null ? mention : author, SpeechAct.SAY, EnglishRule.ACCORDING, unit, false));
        }
    }

    /** "a statement issued by the ministry", "a report of the embassy". */
    private Actor issuer(int from) {
        for (int at = from; at < Math.min(from + 3, sentence.to()); at++) {
            if (units.reads(at, "by") || units.reads(at, "of") || units.reads(at, "from")) {
                return mentions.beginningAt(at + 1);
            }
        }
        return null;
    }

    /** Adds who was quoted. */
    void quoted(int unit) {
        Actor subject = subjects.of(unit);
        if (subject != null) {
            boolean after = units.isQuotationMark(subject.from() - 1) || units.isMark(subject.from() - 1, ',');
            found.add(new Attribution(
                    subject, SpeechAct.SAY, after ? EnglishRule.QUOTED_AFTER : EnglishRule.QUOTED, unit, false));
        }
    }

    /** Adds the state that is "ready to" or "concerned about". */
    void attitude(int unit) {
        int before = unit - 1;
        while (before > sentence.from()
                && (units.is(before, WordClass.ADVERB)
                        || units.is(before, WordClass.AUXILIARY)
                        || units.is(before, WordClass.NEGATION))) {
            before--;
        }
        Actor subject = mentions.endingAt(before + 1);
        if (subject != null && !mentions.isInPhrase(subject) && subject.type() == ActorType.STATE) {
            found.add(new Attribution(subject, SpeechAct.PLEDGE, EnglishRule.ATTITUDE, unit, false));
        }
    }
}
