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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds who speaks in one English sentence. */
final class AttributionFinder {
    private static final Set<EnglishRule> GOVERNING =
            EnumSet.of(EnglishRule.TAIL, EnglishRule.INVERTED, EnglishRule.DASH, EnglishRule.QUOTED_AFTER);

    /** Rules that inside a quotation find only what the quoted speaker tells of others. */
    private static final Set<EnglishRule> TELLING = EnumSet.of(
            EnglishRule.VERB, EnglishRule.PARTICIPLE, EnglishRule.AGENT, EnglishRule.NOUN, EnglishRule.ATTITUDE);

    private final Units units;
    private final Sentence sentence;
    private final List<Actor> mentions;
    private final List<Attribution> found = new ArrayList<>();
    private final SubjectFinder subjects;

    AttributionFinder(Units units, Sentence sentence, List<Actor> mentions) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
        this.subjects = new SubjectFinder(units, sentence, mentions, found);
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
        dropQuoted();
        return governing();
    }

    /**
     * What somebody is quoted telling of others is told by who is quoted; the joint words of several stay theirs, and
     * so do those of a document that speaks of its own state.
     */
    private void dropQuoted() {
        Quotation quotation = Quotation.in(units, sentence);
        boolean ofDocument = found.stream()
                .anyMatch(a -> !quotation.holds(a.cue())
                        && a.speaker().office().filter(Actor.DOCUMENT::equals).isPresent());
        found.removeIf(a -> TELLING.contains((EnglishRule) a.rule())
                && quotation.holds(a.cue())
                && (a.topicOnly()
                        || (!(ofDocument && a.speaker().isResolved())
                                && a.speaker().states().size() < 2)));
        if (ofDocument && found.stream().anyMatch(a -> quotation.holds(a.cue()))) {
            found.removeIf(a -> !quotation.holds(a.cue()));
        }
    }

    // --- verbs

    private void verb(int unit) {
        VerbSense verb = units.sense(unit, VerbSense.class);
        if (isNounHere(unit, verb) || isNegated(unit, verb) || isAsked(unit) || isWished(unit, verb)) {
            return;
        }
        if (isPassive(unit, verb)) {
            agent(unit, verb);
            return;
        }
        boolean says = verb.pattern() == Pattern.CLAUSE && verb.form() != Form.PARTICIPLE;
        Actor inverted = says && !units.is(unit + 1, WordClass.THAT) ? follows(unit) : null;
        if (inverted != null) {
            add(inverted, verb, EnglishRule.INVERTED, unit);
            return;
        }
        Actor subject = verb.form() == Form.PARTICIPLE ? participleSubject(unit) : subjects.of(unit);
        boolean infinitive = verb.form() == Form.BASE && units.reads(unit - 1, "to") && !units.reads(unit - 2, "on");
        if (subject == null || infinitive) {
            return;
        }
        EnglishRule rule = verb.form() == Form.PARTICIPLE ? EnglishRule.PARTICIPLE : ruleOf(unit, subject);
        boolean finite = verb.form() != Form.PAST && verb.form() != Form.PARTICIPLE;
        if ((finite && !subjects.isBeside(subject, unit))
                || (verb.pattern() == Pattern.WEAK && rule != EnglishRule.TAIL && !introducesWords(unit))) {
            return;
        }
        add(subject, verb, rule, unit);
    }

    private void add(Actor subject, VerbSense verb, EnglishRule rule, int unit) {
        found.add(new Attribution(subject, verb.act(), rule, unit, verb.pattern() == Pattern.TOPIC));
    }

    /** "What does Moscow want?", "what Beijing wants", "if Kabul wished": nobody says so. */
    private boolean isAsked(int verb) {
        Actor subject = subjects.mentionTo(subjects.beforeAuxiliaries(verb) + 1);
        int before = subject == null ? verb - 1 : subjects.beforeAuxiliaries(subject.from());
        return switch (before < 0 ? "" : units.normal(before)) {
            case "what", "how", "why", "if", "whether", "should" -> true;
            default -> false;
        };
    }

    /** "The neighbours should agree": what somebody ought to say, nobody has said. */
    private boolean isWished(int unit, VerbSense verb) {
        int before = unit - 1;
        while (before > sentence.from() && units.is(before, WordClass.ADVERB)) {
            before--;
        }
        return verb.form() == Form.BASE
                && units.is(before, WordClass.MODAL)
                && !units.reads(before, "will")
                && !units.reads(before, "would");
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
        int before = unit - 1;
        if (verb.form() == Form.PARTICIPLE || verb.form() == Form.PERFECT) {
            return units.is(before, WordClass.DETERMINER)
                    || (units.is(before, WordClass.PREPOSITION)
                            && !units.reads(before, "by")
                            && !units.reads(before, "after"));
        }
        return units.is(before, WordClass.DETERMINER)
                || (units.isPossessive(before) && verb.form() != Form.PAST)
                || (units.is(before, WordClass.PREPOSITION) && !units.reads(before, "to"));
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
        return EnglishFlow.isAfterBe(units, sentence, unit) || units.reads(unit + 1, "by");
    }

    private void agent(int unit, VerbSense verb) {
        for (int at = unit + 1; at < Math.min(unit + 8, sentence.to()); at++) {
            if (units.reads(at, "by")) {
                Actor agent =
                        subjects.companyFrom(units.isPlainWord(at + 1) && !units.isCapital(at + 1) ? at + 2 : at + 1);
                if (agent != null) {
                    add(agent, verb, EnglishRule.AGENT, unit);
                    return;
                }
            }
        }
    }

    /** The mention beside it, that of the verb before, or, at the head of a sentence, the one after its comma. */
    private Actor participleSubject(int unit) {
        Actor adjacent = subjects.mentionTo(unit);
        if (adjacent != null) {
            return adjacent;
        }
        if (unit > sentence.from()) {
            return subjects.shared(unit);
        }
        return mentions.stream()
                .filter(mention -> units.isMark(mention.from() - 1, ',') && !subjects.isInPhrase(mention))
                .findFirst()
                .orElse(null);
    }

    private EnglishRule ruleOf(int verb, Actor subject) {
        return isTail(verb, subject) ? EnglishRule.TAIL : EnglishRule.VERB;
    }

    /** Whether subject and verb follow the words they introduce. */
    private boolean isTail(int verb, Actor subject) {
        int before = subject.from() - 1;
        if (subject.to() > verb || before <= sentence.from()) {
            return false;
        }
        if (isQuoteMark(before) && units.isMark(before - 1, ',')) {
            return true;
        }
        boolean subordinate = units.is(sentence.from(), WordClass.CONJUNCTION);
        if (subordinate || (!units.isMark(before, ',') && !isQuoteMark(before))) {
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

    private boolean hasClause(int from, int to) {
        for (int unit = from; unit < to; unit++) {
            if (units.is(unit, WordClass.AUXILIARY)
                    || units.is(unit, WordClass.MODAL)
                    || units.is(unit, WordClass.PRESENT)
                    || units.is(unit, WordClass.THAT)
                    || units.reads(unit, "to")
                    || isQuoteMark(unit)) {
                return true;
            }
        }
        return false;
    }

    private boolean isQuoteMark(int unit) {
        return units.isMark(unit) && "\"“”«»".indexOf(units.text().originalAt(units.start(unit))) >= 0;
    }

    /**
     * "..., said Qureshi": the speaker after the verb, where the words stand before it and nothing but a place after.
     */
    private Actor follows(int verb) {
        int before = verb - 1;
        Actor next = subjects.mentionFrom(verb + 1);
        if (next == null || next.to() > sentence.to()) {
            return null;
        }
        if (before < sentence.from() || isQuoteMark(before)) {
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

    // --- other forms

    private void according(int unit) {
        Actor mention = subjects.mentionFrom(unit + 1);
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
                return subjects.mentionFrom(at + 1);
            }
        }
        return null;
    }

    private void quoted(int unit) {
        Actor subject = subjects.of(unit);
        if (subject != null) {
            boolean after = isQuoteMark(subject.from() - 1) || units.isMark(subject.from() - 1, ',');
            found.add(new Attribution(
                    subject, SpeechAct.SAY, after ? EnglishRule.QUOTED_AFTER : EnglishRule.QUOTED, unit, false));
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
        Actor subject = subjects.mentionTo(before + 1);
        if (subject != null && !subjects.isInPhrase(subject) && subject.type() == ActorType.STATE) {
            found.add(new Attribution(subject, SpeechAct.PLEDGE, EnglishRule.ATTITUDE, unit, false));
        }
    }

    private void headline() {
        Actor first = mentions.isEmpty() ? null : mentions.get(0);
        boolean opens = first != null && units.isMark(first.to(), ':') && first.from() <= sentence.from() + 3;
        if (opens && (sentence.heading() || isTurn(first))) {
            found.add(0, new Attribution(first, SpeechAct.SAY, EnglishRule.COLON, first.to(), false));
        }
        if (!sentence.heading()) {
            return;
        }
        for (Actor mention : mentions) {
            int before = mention.from() - 1;
            boolean setOff = isDash(before) || (units.isMark(before, ':') && mention.isOffice());
            if (mention.to() >= sentence.to() - 1 && setOff && before > sentence.from()) {
                found.add(new Attribution(mention, SpeechAct.SAY, EnglishRule.DASH, before, false));
                return;
            }
        }
    }

    /** A dash, or a hyphen between blanks. */
    private boolean isDash(int unit) {
        return units.isMark(unit, '—')
                || (units.isMark(unit, '-')
                        && units.start(unit) > units.end(unit - 1)
                        && units.start(unit + 1) > units.end(unit));
    }

    /** "Lin Jian: ..." at the head of a paragraph of an interview. */
    private boolean isTurn(Actor first) {
        boolean headOfParagraph = sentence.from() == 0 || units.isMark(sentence.from() - 1, '\n');
        return headOfParagraph && first.from() == sentence.from() && first.isPerson();
    }

    private void nouns() {
        boolean negated = false;
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            negated |= units.is(unit, WordClass.NEGATION);
            SpeechNounSense noun = units.sense(unit, SpeechNounSense.class);
            if (noun == null || negated) {
                continue;
            }
            boolean linked =
                    units.reads(unit + 1, "by") || units.reads(unit + 1, "from") || units.reads(unit + 1, "of");
            Actor author = linked ? subjects.companyFrom(unit + 2) : genitiveBefore(unit);
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
        return containing != null ? containing : units.isPossessive(unit - 1) ? subjects.mentionTo(unit - 1) : null;
    }

    // --- which of several govern the sentence

    /**
     * What follows the words governs the sentence, unless it is an outlet that passes on what somebody said. Else the
     * first one does, and another counts beside it only where a new clause begins with it; one inside the first one's
     * words is told by the first.
     */
    private List<Attribution> governing() {
        for (Attribution attribution : found) {
            if (GOVERNING.contains(attribution.rule()) && !(passesOn(attribution) && found.size() > 1)) {
                return List.of(relayed(attribution));
            }
        }
        List<Attribution> governing = new ArrayList<>();
        Attribution clause = null;
        for (Attribution attribution : found) {
            if (passesOn(attribution) && found.size() > 1) {
                continue;
            }
            if (clause == null
                    || beginsClause(attribution.speaker(), clause.cue())
                    || attribution.speaker() == clause.speaker()) {
                governing.add(attribution);
                clause = attribution;
            }
        }
        return governing;
    }

    /** "The minister told his guests ..., the embassy of another state reported": the minister speaks. */
    private Attribution relayed(Attribution by) {
        boolean quotes = sentence.beginsQuoted()
                || isQuoteMark(sentence.from())
                || by.speaker().isPerson();
        return found.stream()
                .filter(first -> !quotes
                        && !first.topicOnly()
                        && first.rule() == EnglishRule.VERB
                        && first.act() == SpeechAct.SAY
                        && first.cue() < by.cue()
                        && first.speaker().type() == ActorType.OFFICIAL
                        && first.speaker().isResolved()
                        && !first.speaker().states().equals(by.speaker().states()))
                .findFirst()
                .orElse(by);
    }

    /** An outlet, or "they said" of those the sentence names. */
    private static boolean passesOn(Attribution attribution) {
        Actor speaker = attribution.speaker();
        if (speaker.type() == ActorType.PRONOUN_MANY) {
            return attribution.rule() == EnglishRule.TAIL;
        }
        return (GOVERNING.contains(attribution.rule()) || attribution.rule() == EnglishRule.ACCORDING)
                && speaker.type() == ActorType.OUTSIDER
                && speaker.group().filter("media"::equals).isPresent();
    }

    private boolean beginsClause(Actor speaker, int after) {
        int before = speaker.from() - 1;
        return before > after
                && (units.is(before, WordClass.CONJUNCTION) || units.isMark(before, ';') || units.isMark(before, ','));
    }
}
