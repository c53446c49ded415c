package communique.analysis.phrase;

import communique.analysis.lexicon.Kind;
import communique.analysis.phrase.PhraseRule.Form;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.SpeechAct;
import communique.analysis.statement.SpeechNounSense;
import communique.analysis.statement.VerbSense;
import communique.analysis.statement.VerbSense.Pattern;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.List;

/** Finds who speaks in one sentence, by the order of speaker and verb. */
class ClauseReader {
    /** So many units may stand between a verb and what it introduces. */
    private static final int REACH = 4;

    /** So many units a headline has at most before the colon that ends what it tells of its speaker. */
    private static final int HEAD = 12;

    /** The group of outsiders that only pass on what others say. */
    private static final String MEDIA = "media";

    final Units units;
    final WordOrder order;
    final Sentence sentence;
    final List<Actor> mentions;
    final List<Attribution> found = new ArrayList<>();

    ClauseReader(Units units, WordOrder order, Sentence sentence, List<Actor> mentions) {
        this.units = units;
        this.order = order;
        this.sentence = sentence;
        this.mentions = mentions;
    }

    List<Attribution> find() {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, WordClass.ACCORDING)) {
                according(unit);
            } else if (units.is(unit, Kind.VERB)) {
                verb(unit);
            } else if (units.is(unit, WordClass.READY)) {
                attitude(unit);
            }
        }
        headline();
        if (found.isEmpty()) {
            nouns();
        }
        return governing();
    }

    private void verb(int unit) {
        VerbSense verb = units.sense(unit, VerbSense.class);
        if (isNegated(unit) || (verb.pattern() == Pattern.WEAK && !introducesWords(unit))) {
            return;
        }
        Actor before = subjectBefore(unit);
        Actor after = order.speakerAfterVerb() ? subjectAfter(unit) : null;
        if (after != null) {
            add(after, verb, Form.INVERTED, unit);
        } else if (before != null) {
            add(before, verb, Form.VERB, unit);
        }
    }

    void add(Actor speaker, VerbSense verb, Form form, int unit) {
        found.add(new Attribution(speaker, verb.act(), rule(form), unit, verb.pattern() == Pattern.TOPIC));
    }

    private PhraseRule rule(Form form) {
        return PhraseRule.of(order.language(), form);
    }

    private boolean isNegated(int verb) {
        return units.is(verb - 1, WordClass.NEGATION) || units.is(verb + 1, WordClass.NEGATION);
    }

    private boolean introducesWords(int verb) {
        for (int at = verb + 1; at < Math.min(verb + REACH, sentence.to()); at++) {
            if (units.is(at, WordClass.THAT) || isQuote(at) || units.isMark(at, ':')) {
                return true;
            }
        }
        return false;
    }

    private boolean isQuote(int unit) {
        return units.isMark(unit) && "\"“”«»「」『』".indexOf(units.text().originalAt(units.start(unit))) >= 0;
    }

    /** The first mention of the clause that can act; who is only spoken with or of stands in a phrase. */
    Actor subjectBefore(int verb) {
        int clause = clauseStart(verb);
        for (Actor mention : mentions) {
            if (mention.from() >= clause && mention.to() <= verb && canAct(mention)) {
                return joined(mention, verb);
            }
        }
        return shared(clause, verb);
    }

    private int clauseStart(int verb) {
        for (int unit = verb - 1; unit >= sentence.from(); unit--) {
            if (isSemicolon(unit) || units.is(unit, WordClass.THAT)) {
                return unit + 1;
            }
        }
        return sentence.from();
    }

    private boolean isSemicolon(int unit) {
        return units.isMark(unit, ';') || units.isMark(unit, '؛');
    }

    /** "... and added that": the subject of the verb before. */
    private Actor shared(int clause, int verb) {
        boolean beside = units.is(verb - 1, WordClass.AND) || units.is(verb - 1, WordClass.ADVERB);
        if (!beside || found.isEmpty()) {
            return null;
        }
        Attribution last = found.get(found.size() - 1);
        return last.cue() < verb && last.cue() >= clause - REACH ? last.speaker() : null;
    }

    boolean canAct(Actor mention) {
        return units.is(mention.to(), WordClass.SUBJECT_MARK)
                || (!isGoverned(mention) && (mention.type() != ActorType.STATE || standsAlone(mention)));
    }

    private boolean isGoverned(Actor mention) {
        return units.is(mention.from() - 1, WordClass.PREPOSITION)
                || units.is(mention.to(), WordClass.POSTPOSITION)
                || units.is(mention.to(), WordClass.LINKER)
                || (order.ownersFollow() && belongsToNoun(mention))
                || sharesPhrase(mention);
    }

    /** "towards Afghanistan and Iran": what governs the first governs the second. */
    private boolean sharesPhrase(Actor mention) {
        int joint = mention.from() - 1;
        return order.ownersFollow()
                && mention.type() == ActorType.STATE
                && units.is(joint, WordClass.AND)
                && mentions.stream()
                        .anyMatch(other -> other.to() == joint && other.type() == ActorType.STATE && isGoverned(other));
    }

    private boolean belongsToNoun(Actor mention) {
        int before = mention.from() - 1;
        return before >= sentence.from()
                && isNoun(before)
                && mentions.stream().noneMatch(other -> other.to() == mention.from())
                && !(mention.office().isPresent() && isName(before));
    }

    private boolean isNoun(int unit) {
        return units.isPlainWord(unit)
                || (units.term(unit) != null && !units.is(unit, Kind.WORD) && !units.is(unit, Kind.VERB));
    }

    /** Two unknown words or three that open a clause before an office: the name of who holds it. */
    private boolean isName(int last) {
        int first = last;
        while (first >= sentence.from() && units.isPlainWord(first)) {
            first--;
        }
        int length = last - first;
        return length >= 2 && length <= order.longestName() && (first < sentence.from() || units.isMark(first));
    }

    /** A state by its bare name acts only where it does not belong to the noun that follows. */
    private boolean standsAlone(Actor state) {
        int next = state.to();
        return next >= sentence.to()
                || units.isMark(next)
                || units.is(next, Kind.VERB)
                || units.is(next, Kind.WORD)
                || units.text().isCased()
                || order.ownersFollow();
    }

    final Actor joined(Actor first, int verb) {
        Actor all = first;
        for (Actor next : mentions) {
            boolean beside = next.from() == all.to() + 1
                    && (units.is(all.to(), WordClass.AND)
                            || units.isMark(all.to(), ',')
                            || units.isMark(all.to(), '،'));
            boolean another = beside && !next.states().equals(all.states());
            if (another && next.to() <= verb && next.isResolved() && all.isResolved() && !isGoverned(next)) {
                all = all.with(next);
            }
        }
        return all;
    }

    private Actor subjectAfter(int verb) {
        int next = verb + 1;
        while (next < sentence.to() && units.is(next, WordClass.ADVERB)) {
            next++;
        }
        for (Actor mention : mentions) {
            if (mention.from() == next && !isGoverned(mention)) {
                return joined(mention, sentence.to());
            }
        }
        return null;
    }

    private void according(int unit) {
        for (Actor mention : mentions) {
            if (mention.from() == unit + 1 || mention.to() == unit) {
                found.add(new Attribution(mention, SpeechAct.SAY, rule(Form.ACCORDING), unit, false));
                return;
            }
        }
    }

    private void attitude(int unit) {
        Actor subject = subjectBefore(unit);
        if (subject != null && subject.isResolved()) {
            found.add(new Attribution(subject, SpeechAct.PLEDGE, rule(Form.ATTITUDE), unit, false));
        }
    }

    /** Whoever opens the sentence, or a part of a headline, right before a colon; null where nobody does. */
    private Actor turn() {
        for (Actor mention : mentions) {
            boolean part = opens(mention) || (sentence.heading() && units.isMark(mention.from() - 1, '/'));
            if (part && units.isMark(mention.to(), ':')) {
                return mention;
            }
        }
        return null;
    }

    private boolean opens(Actor mention) {
        return mention.from() <= sentence.from() + 1;
    }

    private void headline() {
        Actor first = mentions.isEmpty() ? null : mentions.get(0);
        Actor turn = turn();
        if (turn != null) {
            found.add(0, new Attribution(turn, SpeechAct.SAY, rule(Form.COLON), turn.to(), false));
        } else if (first != null && opens(first) && sentence.heading() && canAct(first) && colonAfter(first) > 0) {
            found.add(0, new Attribution(first, SpeechAct.SAY, rule(Form.COLON), colonAfter(first), false));
        } else if (sentence.heading() && first != null) {
            Actor last = mentions.get(mentions.size() - 1);
            if (last.to() >= sentence.to() - 1 && units.isMark(last.from() - 1, '—')) {
                found.clear();
                found.add(new Attribution(last, SpeechAct.SAY, rule(Form.DASH), last.from() - 1, false));
            }
        }
    }

    /**
     * "Araghchi in a call with Muttaqi: ...": the colon of a headline with no verb before it; 0 where there is none.
     */
    private int colonAfter(Actor first) {
        for (int unit = first.to(); unit < Math.min(sentence.from() + HEAD, sentence.to()); unit++) {
            if (units.isMark(unit, ':')) {
                return unit;
            }
            if (units.is(unit, Kind.VERB)) {
                return 0;
            }
        }
        return 0;
    }

    private void nouns() {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            SpeechNounSense noun = units.sense(unit, SpeechNounSense.class);
            Actor author = noun == null ? null : beside(unit);
            if (author != null) {
                found.add(new Attribution(author, noun.act(), rule(Form.NOUN), unit, false));
            }
        }
    }

    private Actor beside(int noun) {
        for (Actor mention : mentions) {
            boolean holds = mention.from() <= noun && mention.to() > noun;
            boolean before = order.ownerBefore()
                    && (mention.to() == noun || (mention.to() == noun - 1 && units.is(noun - 1, WordClass.LINKER)));
            boolean after = order.ownerAfter() && mention.from() == noun + 1;
            if (holds || before || after) {
                return mention;
            }
        }
        return null;
    }

    /** The first speaker governs the sentence; another counts beside it only where a clause of its own begins. */
    private List<Attribution> governing() {
        if (found.stream().anyMatch(attribution -> !isRelay(attribution.speaker()))) {
            found.removeIf(attribution -> isRelay(attribution.speaker()));
        }
        List<Attribution> governing = new ArrayList<>();
        for (Attribution attribution : found) {
            Attribution last = governing.isEmpty() ? null : governing.get(governing.size() - 1);
            if (last == null
                    || attribution.speaker() == last.speaker()
                    || beginsClause(attribution.speaker(), last.cue())) {
                governing.add(attribution);
            }
        }
        return governing;
    }

    private boolean beginsClause(Actor speaker, int after) {
        int before = speaker.from() - 1;
        return before > after && (isSemicolon(before) || units.is(before, WordClass.CONJUNCTION));
    }

    /** An agency named beside somebody else only tells what that one said. */
    private static boolean isRelay(Actor speaker) {
        return speaker.group().filter(MEDIA::equals).isPresent();
    }
}
