package communique.analysis.english;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.SpeechAct;
import communique.analysis.statement.SpeechNounSense;
import communique.analysis.statement.VerbSense;
import communique.analysis.statement.VerbSense.Form;
import communique.analysis.statement.VerbSense.Pattern;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds who speaks in one English sentence. */
final class AttributionFinder {
    private final Units units;
    private final Sentence sentence;
    private final List<Actor> mentions;
    private final List<Attribution> found = new ArrayList<>();

    AttributionFinder(Units units, Sentence sentence, List<Actor> mentions) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
    }

    List<Attribution> find() {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, WordClass.ACCORDING)) {
                according(unit);
            } else if (units.is(unit, WordClass.QUOTED)) {
                quoted(unit);
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

    // --- verbs

    private void verb(int unit) {
        VerbSense verb = units.sense(unit, VerbSense.class);
        if (isNounHere(unit, verb) || isNegated(unit, verb)) {
            return;
        }
        if (isPassive(unit, verb)) {
            agent(unit, verb);
            return;
        }
        if (verb.pattern() == Pattern.WEAK && !introducesWords(unit)) {
            return;
        }
        if (verb.form() == Form.BASE && units.reads(unit - 1, "to")) {
            return;
        }
        Actor subject = verb.form() == Form.PARTICIPLE ? participleSubject(unit) : subject(unit);
        if (subject != null && verb.form() != Form.PAST && verb.form() != Form.PARTICIPLE && !isNextTo(subject, unit)) {
            return;
        }
        if (subject != null) {
            add(subject, verb, verb.form() == Form.PARTICIPLE ? EnglishRule.PARTICIPLE : ruleOf(unit, subject), unit);
        } else if (verb.pattern() == Pattern.CLAUSE && follows(unit) != null) {
            add(follows(unit), verb, EnglishRule.INVERTED, unit);
        }
    }

    private void add(Actor subject, VerbSense verb, EnglishRule rule, int unit) {
        found.add(new Attribution(subject, verb.act(), rule, unit, verb.pattern() == Pattern.TOPIC));
    }

    /** Whether "that", a quotation or a noun of speech follows soon. */
    private boolean introducesWords(int verb) {
        for (int at = verb + 1; at < Math.min(verb + 9, sentence.to()); at++) {
            if ((units.is(at, WordClass.THAT) && at <= verb + 2)
                    || units.is(at, Kind.SPEECH_NOUN)
                    || (isQuoteMark(at) && at <= verb + 3)) {
                return true;
            }
            if (units.isMark(at, '.') || units.isMark(at, ';')) {
                return false;
            }
        }
        return false;
    }

    /** "calls", "reports", "demands" are nouns after a determiner, a preposition, a genitive or an adjective. */
    private boolean isNounHere(int unit, VerbSense verb) {
        if (verb.form() == Form.PARTICIPLE || verb.form() == Form.PERFECT) {
            return units.is(unit - 1, WordClass.DETERMINER)
                    || (units.is(unit - 1, WordClass.PREPOSITION)
                            && !units.reads(unit - 1, "by")
                            && !units.reads(unit - 1, "after"));
        }
        int before = unit - 1;
        if (units.is(before, WordClass.DETERMINER)
                || units.isPossessive(before)
                || (units.is(before, WordClass.PREPOSITION) && !units.reads(before, "to"))) {
            return true;
        }
        return false;
    }

    private boolean isNegated(int unit, VerbSense verb) {
        int before = unit - 1;
        while (before > sentence.from()
                && ((units.is(before, WordClass.ADVERB) && !units.is(before, WordClass.NEGATION))
                        || units.reads(before, "to"))) {
            before--;
        }
        return verb.pattern() == Pattern.CLAUSE && units.is(before, WordClass.NEGATION);
    }

    private boolean isPassive(int unit, VerbSense verb) {
        if (verb.form() != Form.PAST && verb.form() != Form.PERFECT) {
            return false;
        }
        int before = skipAdverbs(unit - 1);
        String auxiliary = units.is(before, WordClass.AUXILIARY) ? units.normal(before) : "";
        return auxiliary.endsWith("been")
                || auxiliary.equals("is")
                || auxiliary.equals("are")
                || auxiliary.equals("was")
                || auxiliary.equals("were")
                || auxiliary.equals("be")
                || auxiliary.equals("being")
                || units.reads(unit + 1, "by");
    }

    private int skipAdverbs(int unit) {
        int at = unit;
        while (at > sentence.from() && (units.is(at, WordClass.ADVERB) || units.is(at, WordClass.NEGATION))) {
            at--;
        }
        return at;
    }

    private void agent(int unit, VerbSense verb) {
        for (int at = unit + 1; at < Math.min(unit + 8, sentence.to()); at++) {
            if (units.reads(at, "by") && mentionFrom(at + 1) != null) {
                add(mentionFrom(at + 1), verb, EnglishRule.AGENT, unit);
                return;
            }
        }
    }

    /** The subject of a finite verb: the last mention before it that is not inside a prepositional phrase. */
    private Actor subject(int verb) {
        int at = verb - 1;
        boolean plainNoun = false;
        while (at >= sentence.from()) {
            Actor mention = mentionTo(at + 1);
            if (mention != null) {
                if (!isInPhrase(mention)) {
                    return plainNoun && !isModified(mention) ? null : joined(mention);
                }
                at = mention.from() - 2;
                plainNoun = false;
            } else if (isConjunction(at) && isAdjacent(at, verb)) {
                return sharedSubject(at);
            } else if (stopsSubject(at)) {
                return null;
            } else {
                plainNoun = plainNoun || isPlainNoun(at);
                plainNoun &= !units.is(at, WordClass.PREPOSITION);
                at--;
            }
        }
        return null;
    }

    /**
     * "All parties attending the meeting", "the envoy, who", "officials in Kabul": what follows the mention belongs to
     * it.
     */
    private boolean isModified(Actor mention) {
        int next = mention.to();
        if (units.isMark(next)
                || (units.is(next, WordClass.PREPOSITION) && !units.reads(next, "to"))
                || units.is(next, WordClass.RELATIVE)) {
            return true;
        }
        return units.isPlainWord(next)
                && (units.normal(next).endsWith("ing") || units.normal(next).endsWith("ed"));
    }

    /** Forms that may be nouns too ("calls", "issues") need their subject beside them. */
    private boolean isNextTo(Actor subject, int verb) {
        int before = verb - 1;
        while (before > sentence.from()
                && (units.is(before, WordClass.ADVERB)
                        || units.is(before, WordClass.AUXILIARY)
                        || units.is(before, WordClass.MODAL))) {
            before--;
        }
        boolean besideSubject = subject.to() == before + 1 || subject.to() > verb;
        return besideSubject
                || units.isMark(before, ',')
                || units.is(before, WordClass.CONJUNCTION)
                || mentionTo(before + 1) != null;
    }

    private boolean isConjunction(int unit) {
        return units.is(unit, WordClass.CONJUNCTION);
    }

    /** Whether only adverbs, auxiliaries and commas stand between. */
    private boolean isAdjacent(int unit, int verb) {
        for (int at = unit + 1; at < verb; at++) {
            if (!units.is(at, WordClass.ADVERB)
                    && !units.is(at, WordClass.AUXILIARY)
                    && !units.isMark(at, ',')
                    && !units.is(at, WordClass.MODAL)) {
                return false;
            }
        }
        return true;
    }

    private Actor sharedSubject(int before) {
        for (int i = found.size() - 1; i >= 0; i--) {
            if (found.get(i).cue() < before) {
                return found.get(i).speaker();
            }
        }
        Actor first = mentions.isEmpty() ? null : mentions.get(0);
        return first != null && first.to() <= before && !isInPhrase(first) ? first : null;
    }

    private boolean stopsSubject(int unit) {
        if (units.isMark(unit)) {
            return !units.isMark(unit, ',')
                    && !units.isPossessive(unit)
                    && !units.isMark(unit, '-')
                    && !units.isMark(unit, '(')
                    && !units.isMark(unit, ')');
        }
        return (units.is(unit, WordClass.THAT) && !units.is(unit, WordClass.DETERMINER))
                || (isConjunction(unit) && !units.reads(unit, "and"));
    }

    private boolean isPlainNoun(int unit) {
        return units.isPlainWord(unit) || units.is(unit, Kind.TOPIC);
    }

    private boolean isInPhrase(Actor mention) {
        return units.is(mention.from() - 1, WordClass.PREPOSITION) || units.isPossessive(mention.to());
    }

    /** "Russia and China", "Russia, India": mentions side by side speak together. */
    private Actor joined(Actor last) {
        Actor all = last;
        Actor first = last;
        Actor before = mentionTo(beforeJoint(first.from()));
        while (before != null && !before.states().isEmpty() && !isInPhrase(before)) {
            all = before.with(all);
            first = before;
            before = mentionTo(beforeJoint(first.from()));
        }
        return all;
    }

    private int beforeJoint(int from) {
        int at = from - 1;
        if (units.reads(at, "and") || units.isMark(at, '&')) {
            at--;
        }
        if (units.isMark(at, ',')) {
            at--;
        }
        return at == from - 1 ? -1 : at + 1;
    }

    private Actor participleSubject(int unit) {
        Actor adjacent = mentionTo(unit);
        if (adjacent != null) {
            return adjacent;
        }
        return sharedSubject(unit);
    }

    private EnglishRule ruleOf(int verb, Actor subject) {
        return isTail(verb, subject) ? EnglishRule.TAIL : EnglishRule.VERB;
    }

    /** Whether subject and verb follow the words they introduce. */
    private boolean isTail(int verb, Actor subject) {
        int before = subject.from() - 1;
        boolean setOff =
                subject.to() <= verb && before > sentence.from() && (units.isMark(before, ',') || isQuoteMark(before));
        int after = verb + 1;
        boolean nothingFollows = after >= sentence.to()
                || units.isMark(after, '.')
                || units.isMark(after, ',')
                || units.is(after, WordClass.PREPOSITION)
                || units.is(after, WordClass.ADVERB)
                || units.is(after, WordClass.WEEKDAY);
        return setOff && nothingFollows;
    }

    private boolean isQuoteMark(int unit) {
        return units.isMark(unit) && "\"“”«»".indexOf(units.text().originalAt(units.start(unit))) >= 0;
    }

    private Actor follows(int verb) {
        int before = verb - 1;
        boolean afterWords = before >= sentence.from() && (units.isMark(before, ',') || isQuoteMark(before));
        return afterWords || before < sentence.from() ? mentionFrom(verb + 1) : null;
    }

    // --- other forms

    private void according(int unit) {
        Actor mention = mentionFrom(unit + 1);
        if (mention != null) {
            found.add(new Attribution(mention, SpeechAct.SAY, EnglishRule.ACCORDING, unit, false));
        }
    }

    private void quoted(int unit) {
        Actor subject = subject(unit);
        if (subject != null) {
            found.add(new Attribution(subject, SpeechAct.SAY, EnglishRule.QUOTED, unit, false));
        }
    }

    private void attitude(int unit) {
        int before = unit - 1;
        while (before > sentence.from()
                && (units.is(before, WordClass.ADVERB)
                        || units.is(before, WordClass.AUXILIARY)
                        || units.is(before, WordClass.NEGATION))) {
            before--;
        }
        Actor subject = mentionTo(before + 1);
        if (subject != null && !isInPhrase(subject) && subject.type() == ActorType.STATE) {
            found.add(new Attribution(subject, SpeechAct.PLEDGE, EnglishRule.ATTITUDE, unit, false));
        }
    }

    private void headline() {
        if (!sentence.heading()) {
            return;
        }
        int last = sentence.to();
        for (Actor mention : mentions) {
            if (mention.to() >= last - 1 && units.isMark(mention.from() - 1, '—')) {
                found.clear();
                found.add(new Attribution(mention, SpeechAct.SAY, EnglishRule.DASH, mention.from() - 1, false));
                return;
            }
        }
        Actor first = mentions.isEmpty() ? null : mentions.get(0);
        if (first != null && units.isMark(first.to(), ':') && first.from() <= sentence.from() + 3) {
            found.add(0, new Attribution(first, SpeechAct.SAY, EnglishRule.COLON, first.to(), false));
        }
    }

    private void nouns() {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            SpeechNounSense noun = units.sense(unit, SpeechNounSense.class);
            if (noun == null) {
                continue;
            }
            boolean linked =
                    units.reads(unit + 1, "by") || units.reads(unit + 1, "from") || units.reads(unit + 1, "of");
            Actor author = linked ? mentionFrom(unit + 2) : genitiveBefore(unit);
            if (noun.act() == SpeechAct.AGREE && (author == null || !author.isResolved())) {
                author = jointAuthor();
            }
            if (author != null) {
                found.add(new Attribution(author, noun.act(), EnglishRule.NOUN, unit, false));
            }
        }
    }

    /**
     * A joint statement without an author beside it: the group or the largest company of states that the sentence
     * names.
     */
    private Actor jointAuthor() {
        return mentions.stream()
                .filter(mention -> mention.states().size() >= 2)
                .max(Comparator.comparingInt(mention -> mention.states().size()))
                .orElse(null);
    }

    private Actor genitiveBefore(int unit) {
        Actor containing = mentions.stream()
                .filter(m -> m.to() == unit + 1 && m.from() < unit)
                .findFirst()
                .orElse(null);
        return containing != null ? containing : units.isPossessive(unit - 1) ? mentionTo(unit - 1) : null;
    }

    // --- which of several govern the sentence

    /**
     * What follows the words governs the sentence. Else the first one does, and another counts beside it only where a
     * new clause begins with it; one inside the first one's words is told by the first.
     */
    private List<Attribution> governing() {
        for (Attribution attribution : found) {
            if (attribution.rule() == EnglishRule.TAIL
                    || attribution.rule() == EnglishRule.INVERTED
                    || attribution.rule() == EnglishRule.DASH) {
                return List.of(attribution);
            }
        }
        List<Attribution> governing = new ArrayList<>();
        Attribution clause = null;
        for (Attribution attribution : found) {
            if (clause == null
                    || beginsClause(attribution.speaker(), clause.cue())
                    || attribution.speaker() == clause.speaker()) {
                governing.add(attribution);
                clause = attribution;
            }
        }
        return governing;
    }

    private boolean beginsClause(Actor speaker, int after) {
        int before = speaker.from() - 1;
        return before > after && (isConjunction(before) || units.isMark(before, ';') || units.isMark(before, ','));
    }

    private Actor mentionFrom(int unit) {
        for (Actor mention : mentions) {
            if (mention.from() == unit || (mention.from() == unit + 1 && units.is(unit, WordClass.DETERMINER))) {
                return mention;
            }
        }
        return null;
    }

    private Actor mentionTo(int unit) {
        for (Actor mention : mentions) {
            if (mention.to() == unit) {
                return mention;
            }
        }
        return null;
    }
}
