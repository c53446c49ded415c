package communique.analysis.urdu;

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
import java.util.List;
import java.util.Optional;

/** Finds who speaks in one sentence: keeps the last marked agent in mind and asks each verb of speech whose it is. */
final class SpeechReader {
    /** So many units may stand between the noun of a compound verb and its verb. */
    private static final int REACH = 5;

    private final Units units;
    private final Sentence sentence;
    private final List<Actor> mentions;
    private final Subjects subjects;
    private final List<Attribution> found = new ArrayList<>();
    /** Who was last marked as acting, and where. */
    private Actor agent;

    private int agentAt;
    /** On whose part something is last said to be done. */
    private Actor author;

    SpeechReader(Units units, Sentence sentence, List<Actor> mentions) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
        this.subjects = new Subjects(units, sentence, mentions);
    }

    List<Attribution> find() {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, WordClass.SUBJECT_MARK)) {
                mark(unit);
            } else if (units.is(unit, WordClass.BY)) {
                Actor known = subjects.endingAt(unit);
                author = known == null ? author : known;
            } else if (units.is(unit, WordClass.ACCORDING)) {
                according(unit);
            } else if (units.is(unit, Kind.VERB)) {
                verb(unit);
            } else if (units.is(unit, Kind.SPEECH_NOUN)) {
                compound(unit);
            }
        }
        return new Headline(units, sentence, mentions, subjects).read(governing(), author);
    }

    private void mark(int unit) {
        if (!units.is(unit - 1, WordClass.RELATIVE)) {
            agent = subjects.before(unit);
            agentAt = unit;
        }
    }

    private void according(int unit) {
        Actor source = subjects.endingAt(unit);
        if (source != null && !(source.type() == ActorType.PRONOUN && units.reads(unit - 1, "اس"))) {
            add(source, SpeechAct.SAY, UrduRule.ACCORDING, unit);
        }
    }

    private void verb(int unit) {
        VerbSense verb = units.sense(unit, VerbSense.class);
        if (units.is(unit - 1, WordClass.NEGATION) || units.is(unit + 1, WordClass.NEGATION)) {
            return;
        }
        if (verb.pattern() == Pattern.TOPIC) {
            if (agent != null) {
                found.add(new Attribution(agent, verb.act(), UrduRule.VERB, unit, true));
            }
        } else if (isPassive(unit + 1)) {
            passive(unit, verb.act());
        } else if (verb.form() == Form.PAST || verb.form() == Form.PARTICIPLE) {
            add(agent, verb.act(), UrduRule.VERB, unit);
        } else {
            add(imperfective(unit), verb.act(), UrduRule.VERB, unit);
        }
    }

    /** A noun of speech and the verb that makes an act of it: "mazammat ki", "zor dete hue". */
    private void compound(int noun) {
        SpeechAct act = units.sense(noun, SpeechNounSense.class).act();
        boolean negated = false;
        int words = 0;
        for (int unit = noun + 1; unit < Math.min(noun + REACH, sentence.to()); unit++) {
            if (isPerfective(unit) || units.is(unit, WordClass.LIGHT_VERB)) {
                if (!negated) {
                    done(noun, unit, act);
                }
                return;
            }
            if (units.is(unit, WordClass.AUXILIARY)) {
                if (!negated && words == 0) {
                    add(subjects.owner(noun, true), act, UrduRule.OWNED, noun);
                }
                return;
            }
            negated |= units.is(unit, WordClass.NEGATION);
            words += units.isPlainWord(unit) ? 1 : 0;
            if (!mayStandInside(unit) || words > 2) {
                return;
            }
        }
    }

    private boolean mayStandInside(int unit) {
        return units.isPlainWord(unit)
                || units.is(unit, Kind.SPEECH_NOUN)
                || units.is(unit, WordClass.ADVERB)
                || units.is(unit, WordClass.NEGATION)
                || (units.is(unit, WordClass.LINKER) && units.is(unit + 1, Kind.SPEECH_NOUN));
    }

    private void done(int noun, int light, SpeechAct act) {
        if (isPassive(light + 1)) {
            passive(noun, act);
        } else if (units.is(light, WordClass.PAST)) {
            add(agent, act, UrduRule.VERB, noun);
        } else {
            add(imperfective(noun), act, UrduRule.VERB, noun);
        }
    }

    /** "Ki" is a verb only where no noun follows that it would link to. */
    private boolean isPerfective(int unit) {
        if (!units.is(unit, WordClass.PAST)) {
            return false;
        }
        int next = unit + 1;
        return !units.is(unit, WordClass.LINKER)
                || next >= sentence.to()
                || units.isMark(next)
                || units.is(next, WordClass.AUXILIARY)
                || units.is(next, WordClass.PASSIVE)
                || units.is(next, WordClass.THAT)
                || units.is(next, WordClass.CONJUNCTION);
    }

    private boolean isPassive(int unit) {
        return units.is(unit, WordClass.PASSIVE);
    }

    /** Not being in the perfective, the verb takes its subject without a mark, or shares that of the main verb. */
    private Actor imperfective(int verb) {
        boolean sameClause = agent != null;
        for (int unit = agentAt; sameClause && unit < verb; unit++) {
            sameClause = !units.is(unit, WordClass.THAT);
        }
        if (sameClause) {
            return agent;
        }
        return isQuestion() ? null : subjects.unmarked(verb);
    }

    /** "What does Beijing want?" tells nobody's words. */
    private boolean isQuestion() {
        return units.isMark(sentence.to() - 1, '؟') || units.isMark(sentence.to() - 1, '?');
    }

    private void passive(int unit, SpeechAct act) {
        if (author != null) {
            add(author, act, UrduRule.AGENT, unit);
            return;
        }
        for (int i = mentions.size() - 1; i >= 0; i--) {
            Actor paper = mentions.get(i);
            boolean says = paper.type() == ActorType.OUTSIDER || subjects.isDocument(paper);
            if (paper.to() <= unit && says && units.is(paper.to(), WordClass.POSTPOSITION)) {
                add(paper, act, UrduRule.DOCUMENT, unit);
                return;
            }
        }
    }

    private void add(Actor speaker, SpeechAct act, UrduRule rule, int cue) {
        if (speaker != null) {
            found.add(new Attribution(called(speaker), act, rule, cue, false));
        }
    }

    /** An outsider by a name, whatever it is: "he" means them from now on, not an official named before. */
    private Actor called(Actor speaker) {
        if (speaker.type() != ActorType.OUTSIDER || speaker.isPerson()) {
            return speaker;
        }
        return new Actor.Builder(ActorType.OUTSIDER, speaker.from(), speaker.to())
                .name(Optional.of(units.normal(speaker.to() - 1)))
                .office(speaker.office())
                .group(speaker.group())
                .build();
    }

    /** The first speaker governs what follows "that"; after it another counts where a clause of its own begins. */
    private List<Attribution> governing() {
        List<Attribution> governing = new ArrayList<>();
        for (Attribution attribution : found) {
            Attribution last = governing.isEmpty() ? null : governing.get(governing.size() - 1);
            if (last == null
                    || attribution.speaker() == last.speaker()
                    || isFreeOf(last.cue(), attribution.speaker().from())) {
                governing.add(attribution);
            }
        }
        return governing;
    }

    private boolean isFreeOf(int cue, int speaker) {
        boolean inside = false;
        for (int unit = cue; unit < speaker; unit++) {
            boolean joins = units.is(unit, WordClass.CONJUNCTION) && !units.is(unit, WordClass.AND);
            inside = (inside || units.is(unit, WordClass.THAT)) && !joins && !units.isMark(unit, '؛');
        }
        return !inside;
    }
}
