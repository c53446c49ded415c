package communique.analysis.urdu;

import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.SpeechAct;
import communique.analysis.statement.SpeechNounSense;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.List;

/** Reads headlines: the speaker at the end or before a colon, or nouns of speech instead of verbs. */
final class Headline {
    private final Units units;
    private final Sentence sentence;
    private final List<Actor> mentions;
    private final Subjects subjects;

    Headline(Units units, Sentence sentence, List<Actor> mentions, Subjects subjects) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
        this.subjects = subjects;
    }

    /** Who speaks in the sentence, given what its verbs tell. */
    List<Attribution> read(List<Attribution> byVerbs, Actor author) {
        if (mentions.isEmpty()) {
            return byVerbs;
        }
        Actor first = mentions.get(0);
        if (first.type() != ActorType.STATE && first.from() <= sentence.from() + 1 && units.isMark(first.to(), ':')) {
            return List.of(says(first, SpeechAct.SAY, UrduRule.COLON, first.to()));
        }
        if (!sentence.heading()) {
            return byVerbs;
        }
        Actor last = mentions.get(mentions.size() - 1);
        if (isTail(last)) {
            return List.of(says(last, SpeechAct.SAY, UrduRule.TAIL, last.from()));
        }
        return byVerbs.isEmpty() ? nouns(author) : byVerbs;
    }

    private static Attribution says(Actor speaker, SpeechAct act, UrduRule rule, int cue) {
        return new Attribution(speaker, act, rule, cue, false);
    }

    /** Nothing follows it, and a comma, a colon, a dash or the verb of what is said stands before it. */
    private boolean isTail(Actor last) {
        int before = last.from() - 1;
        if (last.to() < endWithoutMarks() || before <= sentence.from()) {
            return false;
        }
        boolean mark = units.isMark(before, '،')
                || units.isMark(before, ',')
                || units.isMark(before, ':')
                || units.isMark(before, '-')
                || units.isMark(before, '—');
        return mark ? !isListed(last) : endsClause(before) && (last.type() != ActorType.STATE || isOwnVoice(before));
    }

    /** "We welcome it Pakistan": the verb may be that of "we". Words are in normal form. */
    private boolean isOwnVoice(int verb) {
        return units.reads(verb, "هیں") || units.reads(verb, "گے");
    }

    /** Of whom something is the praise or the thanks gets it. */
    private boolean isGiven(int noun) {
        return units.reads(noun, "تعریف") || units.reads(noun, "شکریه");
    }

    private int endWithoutMarks() {
        int end = sentence.to();
        while (end > sentence.from() && units.isMark(end - 1)) {
            end--;
        }
        return end;
    }

    private boolean isListed(Actor last) {
        return mentions.size() > 1 && mentions.get(mentions.size() - 2).to() == last.from() - 1;
    }

    private boolean endsClause(int unit) {
        return units.is(unit, WordClass.AUXILIARY)
                || units.is(unit, WordClass.PASSIVE)
                || units.is(unit, WordClass.MODAL)
                || units.is(unit, WordClass.READY);
    }

    private List<Attribution> nouns(Actor author) {
        for (int unit = sentence.to() - 1; unit >= sentence.from(); unit--) {
            SpeechNounSense noun = units.sense(unit, SpeechNounSense.class);
            Actor owner = noun == null ? null : subjects.owner(unit, false);
            if (noun != null && author != null) {
                return List.of(says(author, noun.act(), UrduRule.AGENT, unit));
            }
            if (owner != null && owner.type() != ActorType.OUTSIDER && !isGiven(unit)) {
                return List.of(says(owner, noun.act(), UrduRule.NOUN, unit));
            }
            if (units.is(unit, WordClass.READY) && subjects.unmarked(unit) != null) {
                return List.of(says(subjects.unmarked(unit), SpeechAct.PLEDGE, UrduRule.ATTITUDE, unit));
            }
        }
        return List.of();
    }
}
