package communique.analysis.russian;

import communique.analysis.lexicon.FormSense.Case;
import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.List;

/** Finds the subject of a verb among the mentions of its sentence; null where there is none. */
final class SubjectFinder {
    /** So many units may stand between a verb and its subject after it: where, when and to whom it was said. */
    private static final int REACH = 12;
    /** So many between a place and the verb of those who speak there. */
    private static final int NEAR = 5;

    private final Units units;
    private final Agreement agreement;
    private final Sentence sentence;
    private final List<Actor> mentions;

    SubjectFinder(Units units, Sentence sentence, List<Actor> mentions) {
        this.units = units;
        this.agreement = new Agreement(units);
        this.sentence = sentence;
        this.mentions = mentions;
    }

    /** The last nominative before the verb in its clause. */
    Actor before(int verb, VerbForm form) {
        int clause = clauseStart(verb);
        for (int i = mentions.size() - 1; i >= 0; i--) {
            Actor mention = mentions.get(i);
            if (mention.from() < clause) {
                return null;
            }
            if (mention.to() <= verb && isSubject(mention) && !isAside(mention, clause, verb)) {
                Actor all = joinedBackwards(i, clause, form);
                if (form == VerbForm.GERUND || agreement.agrees(all, form == VerbForm.PLURAL)) {
                    return all;
                }
            }
        }
        return null;
    }

    /** "участники, среди которых Иран, призвали": who stands in a clause beside the main one. */
    private boolean isAside(Actor mention, int clause, int verb) {
        int unit = mention.from() - 1;
        while (unit > clause && !units.isMark(unit, ',') && !units.is(unit, WordClass.RELATIVE)) {
            unit--;
        }
        boolean relative = unit > clause && units.is(unit, WordClass.RELATIVE) && units.isMark(unit - 1, ',');
        for (int at = mention.to(); relative && at < verb; at++) {
            if (units.isMark(at, ',')) {
                return true;
            }
        }
        return false;
    }

    private int clauseStart(int verb) {
        for (int unit = verb - 1; unit >= sentence.from(); unit--) {
            if (units.isMark(unit, ';') || units.is(unit, WordClass.THAT)) {
                return unit + 1;
            }
        }
        return sentence.from();
    }

    /** The first nominative after the verb, over what is said of where, when and to whom. */
    Actor after(int verb, VerbForm form) {
        for (Actor mention : mentions) {
            if (mention.from() > verb && reaches(verb, mention.from()) && isSubject(mention)) {
                Actor all = joined(mention, form);
                return form == VerbForm.GERUND || agreement.agrees(all, form == VerbForm.PLURAL) ? all : null;
            }
        }
        return null;
    }

    private boolean reaches(int verb, int unit) {
        if (unit - verb > REACH) {
            return false;
        }
        for (int at = verb + 1; at < unit; at++) {
            boolean mark = units.isMark(at) && !isQuote(at) && !units.isMark(at, '(') && !units.isMark(at, ')');
            if ((mark && !isInside(at)) || units.is(at, WordClass.THAT) || units.is(at, Kind.VERB)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInside(int unit) {
        return mentions.stream().anyMatch(mention -> unit >= mention.from() && unit < mention.to());
    }

    private boolean isQuote(int unit) {
        return units.isMark(unit, '«') || units.isMark(unit, '»') || units.isMark(unit, '"');
    }

    boolean isSubject(Actor mention) {
        return !units.is(mention.from(), WordClass.QUOTED)
                && agreement.canBe(mention, Case.NOMINATIVE)
                && !isGoverned(mention)
                && !isAttribute(mention);
    }

    /** Whether a preposition stands before it. */
    boolean isGoverned(Actor mention) {
        int before = beforeDeterminer(mention.from() - 1);
        while (isQuote(before)) {
            before--;
        }
        return before >= sentence.from() && units.is(before, WordClass.PREPOSITION);
    }

    /** A word whose form does not tell is a genitive after another noun: "сайт МИД". */
    private boolean isAttribute(Actor mention) {
        int before = mention.from() - 1;
        return before > sentence.from()
                && agreement.canBe(mention, Case.GENITIVE)
                && (units.isPlainWord(before) || units.is(before, Kind.FORM))
                && !units.isCapital(before)
                && !isAdverbial(before);
    }

    /** "в среду МИД заявил": a noun after a preposition does not own what follows the phrase of time. */
    private boolean isAdverbial(int unit) {
        return units.is(unit, WordClass.WEEKDAY) || units.is(unit, WordClass.MONTH) || units.is(unit, WordClass.ADVERB);
    }

    /** "Китай, Россия и Иран призвали", from the last back to the first. */
    private Actor joinedBackwards(int last, int clause, VerbForm form) {
        Actor all = mentions.get(last);
        for (int i = last - 1; i >= 0 && mentions.get(i).from() >= clause; i--) {
            Actor earlier = mentions.get(i);
            int joint = beforeDeterminer(all.from() - 1);
            if (earlier.to() != joint || !joins(joint, form) || !isSubject(earlier)) {
                break;
            }
            all = earlier.with(all);
        }
        return all;
    }

    private int beforeDeterminer(int unit) {
        return units.is(unit, WordClass.DETERMINER) ? unit - 1 : unit;
    }

    private Actor joined(Actor first, VerbForm form) {
        Actor all = first;
        for (Actor next : mentions) {
            if (beforeDeterminer(next.from() - 1) == all.to() && joins(all.to(), form) && isSubject(next)) {
                all = all.with(next);
            }
        }
        return all;
    }

    /** After a verb in the singular a comma begins another clause. */
    private boolean joins(int unit, VerbForm form) {
        return units.is(unit, WordClass.AND) || (form != VerbForm.SINGULAR && units.isMark(unit, ','));
    }

    /** "В Кремле заявили": those who speak are where the verb says. */
    Actor place(int verb) {
        Actor nearest = placeAfter(verb);
        for (Actor mention : mentions) {
            boolean near = mention.to() <= verb && verb - mention.to() < NEAR && isOpen(mention.to(), verb);
            if (nearest == null && near && isSpeakingPlace(mention)) {
                return mention;
            }
        }
        return nearest;
    }

    /** "сообщили в посольстве". */
    Actor placeAfter(int verb) {
        for (Actor mention : mentions) {
            if (isRightAfter(verb, mention) && isSpeakingPlace(mention)) {
                return mention;
            }
        }
        return null;
    }

    private boolean isRightAfter(int verb, Actor mention) {
        int at = verb + 1;
        while (units.is(at, WordClass.ADVERB)) {
            at++;
        }
        return mention.from() == at + 1;
    }

    private boolean isOpen(int from, int to) {
        for (int unit = from; unit < to; unit++) {
            if (units.isMark(unit, ',') || units.is(unit, Kind.VERB) || units.is(unit, WordClass.THAT)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSpeakingPlace(Actor mention) {
        boolean body = mention.type() == ActorType.STATE
                || mention.type() == ActorType.OUTSIDER
                || ((mention.type() == ActorType.OFFICIAL || mention.type() == ActorType.BARE)
                        && mention.name().isEmpty());
        return body && isIn(mention);
    }

    /** Whether "в" or "на" stands before it. */
    boolean isIn(Actor mention) {
        int before = mention.from() - 1;
        return before >= sentence.from() && units.is(before, WordClass.PREPOSITION) && isInWord(before);
    }

    private boolean isInWord(int unit) {
        return units.reads(unit, "в") || units.reads(unit, "во") || units.reads(unit, "на");
    }
}
