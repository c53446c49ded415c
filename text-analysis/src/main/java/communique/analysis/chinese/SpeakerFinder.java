package communique.analysis.chinese;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.SpeechAct;
import communique.analysis.statement.VerbSense;
import communique.analysis.statement.VerbSense.Pattern;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds who speaks in one sentence. A clause ends at a comma, a colon or, in a headline, at a blank; its subject is the
 * first in it who is not spoken with or of, and where it has none that of the clause before.
 */
final class SpeakerFinder {
    /** So many units may stand between a subject and a verb that is its own act, where no preposition explains more. */
    private static final int NEAR = 6;

    private static final String OF = "的";
    private static final String WITH = "与同跟和";

    /** So many units may stand between a subject and a verb that introduces words. */
    private static final int FAR = 40;

    private final Units units;
    private final Sentence sentence;
    private final List<Actor> mentions;
    private final List<Attribution> found = new ArrayList<>();
    private int clause;
    /** The first mention of the clause, and the first after the verb that is read. */
    private int first;

    private int next;
    private int silenceOf = -1;
    private boolean silent;
    /** Where the words of the speaker found last end; within them nobody else speaks. */
    private int contentEnd;

    SpeakerFinder(Units units, Sentence sentence, List<Actor> mentions) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
    }

    List<Attribution> find() {
        boolean quoted = sentence.beginsQuoted();
        boolean glossed = false;
        int unit = sentence.from();
        while (unit < sentence.to() && units.isMark(unit) && !isQuotationMark(unit)) {
            unit++;
        }
        clause = unit;
        while (unit < sentence.to()) {
            if (beginsClause(unit)) {
                clause = unit;
                first = skip(first, mention -> mention.from() < clause);
            }
            quoted = isQuoted(unit, quoted);
            glossed = isGloss(unit, glossed);
            unit = quoted || glossed ? unit + 1 : read(unit);
        }
        dash();
        return found;
    }

    /** Reads what stands at a unit; returns where to go on. */
    private int read(int unit) {
        if (unit == clause && units.is(unit, WordClass.ACCORDING)) {
            return according(unit);
        }
        if (units.isMark(unit, ':')) {
            colon(unit);
        } else if (units.is(unit, Kind.VERB) && !isNoun(unit) && !isNegated(unit)) {
            verb(unit);
        }
        return unit + 1;
    }

    private boolean beginsClause(int unit) {
        return unit > sentence.from() && (isClauseMark(unit - 1) || units.isAfterGap(unit));
    }

    private boolean isClauseMark(int unit) {
        return units.isMark(unit, ',')
                || units.isMark(unit, ';')
                || units.isMark(unit, ':')
                || units.isMark(unit, '。')
                || units.isMark(unit, '!')
                || units.isMark(unit, '?');
    }

    private boolean isQuoted(int unit, boolean before) {
        if (!units.isMark(unit)) {
            return before;
        }
        return switch (units.text().originalAt(units.start(unit))) {
            case '“', '「', '『' -> true;
            case '”', '」', '』' -> false;
            default -> before;
        };
    }

    private boolean isGloss(int unit, boolean before) {
        return units.isMark(unit, '(') || (before && !units.isMark(unit, ')'));
    }

    private void verb(int unit) {
        VerbSense verb = units.sense(unit, VerbSense.class);
        if (verb.pattern() == Pattern.WEAK && !introducesWords(unit)) {
            return;
        }
        next = skip(next, mention -> mention.to() <= unit);
        Actor source = source(unit);
        Actor own = source == null ? subject(unit, verb) : source;
        Actor carried = own == null && isHeadOfClause(unit) ? carried() : null;
        Actor known = own == null ? carried : own;
        Actor speaker = known == null && isTold(verb, unit) ? stranger(unit) : known;
        if (speaker == null || !isOpen(speaker, unit, carried != null)) {
            return;
        }
        ChineseRule rule =
                source != null ? ChineseRule.SOURCE : carried != null ? ChineseRule.CARRIED : ChineseRule.VERB;
        boolean topicOnly = verb.pattern() == Pattern.TOPIC;
        found.add(new Attribution(speaker, verb.act(), rule, unit, topicOnly));
        if (verb.pattern() == Pattern.CLAUSE && introducesWords(unit)) {
            contentEnd = endOfContent(unit);
        }
    }

    private boolean isTold(VerbSense verb, int unit) {
        return verb.pattern() == Pattern.CLAUSE && introducesWords(unit);
    }

    /** Somebody whose name or office nobody knows: words of no meaning that open the clause. */
    private Actor stranger(int verb) {
        boolean named = units.isPlainWord(clause) && verb > clause + 1 && verb <= clause + FAR;
        return named
                ? new Actor.Builder(ActorType.NAME, clause, verb)
                        .name(Optional.of(units.text().slice(units.start(clause), units.start(verb))))
                        .build()
                : null;
    }

    /** The words go on to a semicolon, or to the end. */
    private int endOfContent(int verb) {
        for (int unit = verb; unit < sentence.to(); unit++) {
            if (units.isMark(unit, ';')) {
                return unit;
            }
        }
        return sentence.to();
    }

    /** A comma, colon or quotation mark stands right after the verb. */
    private boolean introducesWords(int verb) {
        int next = verb + 1;
        return units.isMark(next, ',') || units.isMark(next, ':') || isQuotationMark(next);
    }

    private boolean isQuotationMark(int unit) {
        return units.isMark(unit) && "“「『\"《".indexOf(units.text().originalAt(units.start(unit))) >= 0;
    }

    /** Within the words of one speaker another counts only where "but" or "while" sets a clause of their own off. */
    private boolean isOpen(Actor speaker, int verb, boolean carried) {
        if (found.isEmpty() || isSame(speaker)) {
            return true;
        }
        boolean ownClause = !carried && found.get(found.size() - 1).cue() < clause;
        boolean contrasted = units.is(clause, WordClass.CONJUNCTION) || units.is(speaker.to(), WordClass.CONJUNCTION);
        return ownClause && (verb >= contentEnd || contrasted);
    }

    private boolean isSame(Actor speaker) {
        Actor last = found.get(found.size() - 1).speaker();
        return last == speaker || (speaker.isResolved() && last.states().equals(speaker.states()));
    }

    /** "Support" after "receive" or after the linker is a noun. */
    private boolean isNoun(int verb) {
        int before = verb - 1;
        while (before >= clause && units.is(before, WordClass.ADVERB)) {
            before--;
        }
        return units.reads(before, OF)
                || units.is(before, WordClass.TAKES_NOUN)
                || units.reads(verb + 1, OF)
                || isTime(verb);
    }

    /** "When he said so" is no clause of its own. */
    private boolean isTime(int verb) {
        return units.is(verb + 1, WordClass.POSTPOSITION) && isClauseMark(verb + 2);
    }

    private boolean isNegated(int verb) {
        return units.is(verb - 1, WordClass.NEGATION) || isSilent();
    }

    /** Whether the clause says that somebody says nothing; looked up once for each clause. */
    private boolean isSilent() {
        if (silenceOf != clause) {
            silenceOf = clause;
            silent = false;
            for (int unit = clause; unit < sentence.to() && !isClauseMark(unit); unit++) {
                silent |= units.is(unit, WordClass.SILENCE);
            }
        }
        return silent;
    }

    /** Who is quoted: after "quoting", "condemned by". */
    private Actor source(int verb) {
        Actor source = null;
        for (int i = next - 1; i >= first && verb - mentions.get(i).from() <= FAR; i--) {
            Actor mention = mentions.get(i);
            if (mention.from() > clause && units.is(mention.from() - 1, WordClass.SOURCE)) {
                source = mention;
            }
        }
        return source;
    }

    /** The first of the clause that can act. */
    private Actor subject(int verb, VerbSense sense) {
        for (int i = first; i < next; i++) {
            Actor mention = mentions.get(i);
            if (canAct(mention, verb)) {
                return reaches(mention, verb, sense) ? joined(i, verb) : null;
            }
        }
        return null;
    }

    private boolean reaches(Actor subject, int verb, VerbSense sense) {
        int between = verb - subject.to();
        boolean introduces = sense.pattern() == Pattern.CLAUSE;
        if (between > FAR || isTaken(subject.to()) || (isShort(verb) && !introduces && !isLight(subject.to(), verb))) {
            return false;
        }
        return introduces || between <= NEAR || holdsPreposition(subject.to(), verb);
    }

    /** "China has the support of Russia": the act is that of somebody between. */
    private boolean isTaken(int from) {
        for (int i = next - 1; i >= first && mentions.get(i).from() > from; i--) {
            if (units.is(mentions.get(i).from() - 1, WordClass.TAKES_NOUN)) {
                return true;
            }
        }
        return false;
    }

    /** A verb of one character is many another word's part: it stands right after its subject. */
    private boolean isShort(int verb) {
        return units.end(verb) - units.start(verb) == 1;
    }

    private boolean isLight(int from, int to) {
        for (int unit = from; unit < to; unit++) {
            if (!units.is(unit, WordClass.ADVERB) && !units.is(unit, WordClass.CONJUNCTION) && !units.isNumber(unit)) {
                return false;
            }
        }
        return true;
    }

    private boolean holdsPreposition(int from, int to) {
        for (int unit = from; unit < to; unit++) {
            if (units.is(unit, WordClass.PREPOSITION)) {
                return true;
            }
        }
        return false;
    }

    private boolean canAct(Actor mention, int verb) {
        return !isGoverned(mention) && (mention.type() != ActorType.STATE || standsAlone(mention, verb));
    }

    private boolean isGoverned(Actor mention) {
        return units.is(mention.from() - 1, WordClass.PREPOSITION)
                || units.is(mention.from() - 1, WordClass.TAKES_NOUN)
                || units.is(mention.to(), WordClass.POSTPOSITION)
                || units.is(mention.to(), WordClass.LINKER)
                || units.is(mention.to(), WordClass.SCOPE);
    }

    /** A state by its bare name acts only where it does not belong to the noun that follows. */
    private boolean standsAlone(Actor state, int verb) {
        int next = state.to();
        return next == verb || units.isMark(next) || units.is(next, Kind.WORD) || units.isNumber(next);
    }

    private Actor joined(int head, int verb) {
        Actor all = mentions.get(head);
        for (int i = head + 1; i < next && mentions.get(i).from() == all.to() + 1; i++) {
            Actor other = mentions.get(i);
            if (!other.isResolved() || !all.isResolved() || !joins(all.to(), other.to() == verb)) {
                break;
            }
            all = all.with(other);
        }
        return all;
    }

    private int skip(int from, Predicate<Actor> passed) {
        int index = from;
        while (index < mentions.size() && passed.test(mentions.get(index))) {
            index++;
        }
        return index;
    }

    /** "And", or "with" where both stand right before the verb. */
    private boolean joins(int unit, boolean closed) {
        return units.is(unit, WordClass.AND)
                || units.isMark(unit, '、')
                || (closed && units.is(unit, WordClass.PREPOSITION) && WITH.indexOf(units.first(unit)) >= 0);
    }

    /** Nothing but adverbs and a phrase such as "on this" stands between the beginning of the clause and the verb. */
    private boolean isHeadOfClause(int verb) {
        if (verb - clause > FAR) {
            return false;
        }
        for (int unit = clause; unit < verb; unit++) {
            boolean light = units.is(unit, WordClass.ADVERB)
                    || units.is(unit, WordClass.CONJUNCTION)
                    || units.is(unit, WordClass.MODAL)
                    || units.is(unit, Kind.VERB);
            if (!light && !units.is(clause, WordClass.PREPOSITION)) {
                return false;
            }
        }
        return true;
    }

    /** Who spoke last in this sentence, else who acts in an earlier clause of it. */
    private Actor carried() {
        if (!found.isEmpty()) {
            return found.get(found.size() - 1).speaker();
        }
        for (Actor mention : mentions) {
            if (mention.to() <= clause && canAct(mention, -1)) {
                return mention;
            }
        }
        return null;
    }

    /** "According to the Russian foreign ministry": an outsider's report is passed over, so is its verb. */
    private int according(int unit) {
        int end = unit;
        while (end < sentence.to() && !isClauseMark(end)) {
            end++;
        }
        for (Actor mention : mentions) {
            boolean named = mention.from() > unit && mention.to() <= end;
            if (named && mention.type() != ActorType.STATE && mention.type() != ActorType.BLOC) {
                found.add(new Attribution(mention, SpeechAct.SAY, ChineseRule.ACCORDING, unit, false));
                return end;
            }
        }
        return end;
    }

    private void colon(int unit) {
        for (Actor mention : mentions) {
            if (mention.to() == unit && isHead(mention.from()) && found.isEmpty()) {
                found.add(new Attribution(mention, SpeechAct.SAY, ChineseRule.COLON, unit, false));
                contentEnd = endOfContent(unit);
            }
        }
    }

    private boolean isHead(int unit) {
        return unit <= clause + 1;
    }

    private void dash() {
        Actor last = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
        if (found.isEmpty()
                && sentence.heading()
                && last != null
                && last.to() >= sentence.to() - 1
                && units.isMark(last.from() - 1, '—')) {
            found.add(new Attribution(last, SpeechAct.SAY, ChineseRule.DASH, last.from() - 1, false));
        }
    }
}
