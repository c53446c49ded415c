package communique.analysis.russian;

import communique.analysis.lexicon.FormSense.Case;
import communique.analysis.lexicon.Kind;
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
import java.util.Optional;

/** Finds who speaks in one Russian sentence. */
final class RussianClauseReader {
    /** So many units may stand between a cue and what it takes. */
    private static final int REACH = 5;
    /** So many between the speaker of a headline and its colon. */
    private static final int TITLE = 8;

    private final Units units;
    private final Agreement agreement;
    private final Sentence sentence;
    private final List<Actor> mentions;
    private final SubjectFinder subjects;
    private final PassiveReader passives;
    private final List<Attribution> found = new ArrayList<>();

    RussianClauseReader(Units units, Sentence sentence, List<Actor> mentions) {
        this.units = units;
        this.agreement = new Agreement(units);
        this.sentence = sentence;
        this.mentions = mentions;
        this.subjects = new SubjectFinder(units, sentence, mentions);
        this.passives = new PassiveReader(units, sentence, mentions, subjects);
    }

    List<Attribution> find() {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, WordClass.QUOTED)) {
                add(mentionAt(unit), SpeechAct.SAY, RussianRule.ACCORDING, unit);
            } else if (units.is(unit, WordClass.ACCORDING)) {
                according(unit);
            } else if (units.is(unit, Kind.VERB)) {
                verb(unit, units.sense(unit, VerbSense.class));
            } else if (units.is(unit, WordClass.READY)) {
                attitude(unit);
            }
        }
        headline();
        nouns();
        return Governing.of(units, found);
    }

    private void add(Actor speaker, SpeechAct act, RussianRule rule, int cue) {
        if (speaker != null) {
            found.add(new Attribution(speaker, act, rule, cue, false));
        }
    }

    private Actor mentionAt(int unit) {
        return mentions.stream()
                .filter(mention -> mention.from() == unit)
                .findFirst()
                .orElse(null);
    }

    private void according(int unit) {
        for (Actor mention : mentions) {
            if (mention.from() > unit && mention.from() - unit <= REACH && isPlain(unit + 1, mention.from())) {
                add(mention, SpeechAct.SAY, RussianRule.ACCORDING, unit);
                return;
            }
        }
        add(unknown(unit), SpeechAct.SAY, RussianRule.UNKNOWN, unit);
    }

    private boolean isPlain(int from, int to) {
        for (int unit = from; unit < to; unit++) {
            if (units.isMark(unit) || units.is(unit, Kind.VERB)) {
                return false;
            }
        }
        return true;
    }

    private static Actor unknown(int unit) {
        return new Actor.Builder(ActorType.OUTSIDER, unit, unit + 1)
                .group(Optional.of("unknown"))
                .build();
    }

    private void verb(int unit, VerbSense verb) {
        boolean says = verb.pattern() != Pattern.WEAK || introducesWords(unit);
        if (units.is(unit - 1, WordClass.NEGATION) || !says || celebrates(unit)) {
            return;
        }
        if (verb.pattern() == Pattern.PASSIVE) {
            Actor author = passives.author(unit);
            if (author != null) {
                found.add(of(author, verb, RussianRule.PASSIVE, unit));
            }
            return;
        }
        VerbForm form = VerbForm.of(units, unit);
        boolean topic = verb.pattern() == Pattern.TOPIC;
        boolean somebody = form == VerbForm.PLURAL && !topic;
        Actor behind = somebody && beginsClause(unit) ? subjects.placeAfter(unit) : null;
        Attribution attribution = behind == null ? by(unit, verb, form) : of(behind, verb, RussianRule.PLACE, unit);
        if (attribution == null && somebody) {
            attribution = of(subjects.place(unit), verb, RussianRule.PLACE, unit);
        }
        if (attribution == null && !topic) {
            attribution = withoutSubject(unit, verb, form);
        }
        if (attribution != null) {
            found.add(attribution);
        }
    }

    private static Attribution of(Actor speaker, VerbSense verb, RussianRule rule, int unit) {
        return speaker == null
                ? null
                : new Attribution(speaker, verb.act(), rule, unit, verb.pattern() == Pattern.TOPIC);
    }

    /** The subject after the verb where the verb begins its clause, else the one before it. */
    private Attribution by(int unit, VerbSense verb, VerbForm form) {
        Actor before = subjects.before(unit, form);
        Actor after = form == VerbForm.GERUND ? null : subjects.after(unit, form);
        boolean object = verb.pattern() == Pattern.OBJECT && after != null && agreement.canBe(after, Case.ACCUSATIVE);
        boolean inverted = after != null && beginsClause(unit) && !(object && before != null);
        Actor speaker = inverted || before == null ? after : before;
        if (speaker == null || (speaker == after && object && !beginsClause(unit))) {
            return null;
        }
        Actor owner = speaker.type() == ActorType.NAME && !speaker.isResolved() ? owner(unit) : null;
        return owner == null
                ? of(speaker, verb, speaker == after ? RussianRule.INVERTED : RussianRule.VERB, unit)
                : of(owner, verb, RussianRule.NOUN, unit);
    }

    private boolean beginsClause(int verb) {
        int before = verb - 1;
        while (units.is(before, WordClass.ADVERB)) {
            before--;
        }
        return before < sentence.from()
                || units.isMark(before)
                || units.is(before, WordClass.BACK)
                || units.is(before, WordClass.RELATIVE);
    }

    /** "выразил готовность Ирана": of a name nobody knows, the words tell for whom it speaks. */
    private Actor owner(int verb) {
        for (int unit = verb; unit < Math.min(verb + REACH, sentence.to()); unit++) {
            Actor owner = unit == verb || units.is(unit, Kind.SPEECH_NOUN) ? author(unit) : null;
            if (owner != null) {
                return owner;
            }
        }
        return null;
    }

    /** "и добавил, что": the subject of the verb before; of any other verb nobody knows who speaks. */
    private Attribution withoutSubject(int unit, VerbSense verb, VerbForm form) {
        boolean goesOn = units.is(unit - 1, WordClass.AND)
                || units.isMark(unit - 1, ',')
                || units.is(unit - 1, WordClass.ADVERB)
                || form == VerbForm.GERUND;
        if (goesOn && !found.isEmpty()) {
            return of(found.get(found.size() - 1).speaker(), verb, RussianRule.VERB, unit);
        }
        boolean dropped = unit == sentence.from() || (unit == sentence.from() + 1 && goesOn);
        boolean tells = verb.pattern() == Pattern.CLAUSE && form != VerbForm.GERUND;
        return dropped || !tells ? null : of(unknown(unit), verb, RussianRule.UNKNOWN, unit);
    }

    private boolean introducesWords(int verb) {
        for (int at = verb + 1; at < Math.min(verb + REACH, sentence.to()); at++) {
            if (units.is(at, WordClass.THAT) || units.isMark(at, '«') || units.isMark(at, ':')) {
                return true;
            }
        }
        return isQuoteEnd(verb - 1);
    }

    private boolean isQuoteEnd(int unit) {
        return units.isMark(unit, '—') && (units.isMark(unit - 1, ',') || units.isMark(unit - 1, '»'));
    }

    /** "отметили 35-ю годовщину". */
    private boolean celebrates(int verb) {
        for (int at = verb + 1; at < Math.min(verb + REACH, sentence.to()) && !units.isMark(at, ','); at++) {
            if (units.is(at, WordClass.OCCASION) && !units.is(at - 1, WordClass.PREPOSITION)) {
                return true;
            }
        }
        return false;
    }

    private void attitude(int unit) {
        Actor subject = subjects.before(unit, VerbForm.GERUND);
        boolean negated = units.is(unit - 1, WordClass.NEGATION);
        if (subject == null && units.normal(unit).endsWith("ы")) {
            subject = subjects.place(unit);
        }
        if (!negated && subject != null && subject.isResolved() && unit - subject.to() < REACH) {
            add(subject, SpeechAct.PLEDGE, RussianRule.ATTITUDE, unit);
        }
    }

    private void headline() {
        Actor first = mentions.isEmpty() ? null : mentions.get(0);
        if (first == null) {
            return;
        }
        int colon = first.to();
        while (sentence.heading()
                && colon < first.to() + TITLE
                && !units.isMark(colon)
                && !units.is(colon, Kind.VERB)) {
            colon++;
        }
        if (units.isMark(colon, ':') && first.from() <= sentence.from() + 1 && subjects.isSubject(first)) {
            found.add(0, new Attribution(first, SpeechAct.SAY, RussianRule.COLON, colon, false));
        } else if (sentence.heading()) {
            dash(mentions.get(mentions.size() - 1));
        }
    }

    private void dash(Actor last) {
        int dash = last.from() - 1;
        boolean between = mentions.stream().anyMatch(mention -> mention.to() == dash && subjects.isSubject(mention));
        if (last.to() >= sentence.to() - 1 && units.isMark(dash, '—') && dash > sentence.from() && !between) {
            found.clear();
            add(last, SpeechAct.SAY, RussianRule.DASH, dash);
        }
    }

    /** Nouns of speech: those that are acts anywhere, those for an utterance in a headline. */
    private void nouns() {
        for (int unit = sentence.from(); found.isEmpty() && unit < sentence.to(); unit++) {
            SpeechNounSense noun = units.sense(unit, SpeechNounSense.class);
            if (noun != null && (noun.act() != SpeechAct.SAY || sentence.heading())) {
                add(author(unit), noun.act(), RussianRule.NOUN, unit);
            }
        }
    }

    /** Whose words they are: the genitive after the noun, or the phrase it is part of. */
    private Actor author(int noun) {
        for (Actor mention : mentions) {
            boolean holds = mention.from() <= noun && mention.to() > noun && mention.type() != ActorType.BARE;
            boolean after = mention.from() == noun + 1 && agreement.canBe(mention, Case.GENITIVE);
            if (holds || after) {
                return mention;
            }
        }
        return null;
    }
}
