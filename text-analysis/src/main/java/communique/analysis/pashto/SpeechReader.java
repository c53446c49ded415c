package communique.analysis.pashto;

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

/** Finds who speaks in one sentence: each verb of speech asks the beginning of its clause whose it is. */
final class SpeechReader {
    /** So many units may stand between a subject and its verb; texts without full stops run on. */
    private static final int REACH = 25;

    private final Units units;
    private final Sentence sentence;
    private final List<Actor> mentions;
    private final List<Attribution> found = new ArrayList<>();

    SpeechReader(Units units, Sentence sentence, List<Actor> mentions) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
    }

    List<Attribution> find() {
        Actor first = mentions.isEmpty() ? null : mentions.get(0);
        if (first != null && units.isMark(first.to(), ':') && first.from() <= sentence.from() + 1) {
            return List.of(says(first, SpeechAct.SAY, PashtoRule.COLON, first.to()));
        }
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, WordClass.ACCORDING)) {
                according(unit);
            } else if (units.is(unit, Kind.VERB) && !units.is(unit - 1, WordClass.NEGATION)) {
                verb(unit);
            }
        }
        if (found.isEmpty() && sentence.heading()) {
            noun();
        }
        return governing();
    }

    private static Attribution says(Actor speaker, SpeechAct act, PashtoRule rule, int cue) {
        return new Attribution(speaker, act, rule, cue, false);
    }

    private void according(int unit) {
        mentions.stream()
                .filter(mention -> mention.to() == unit)
                .forEach(mention -> found.add(says(mention, SpeechAct.SAY, PashtoRule.ACCORDING, unit)));
    }

    private void verb(int unit) {
        VerbSense verb = units.sense(unit, VerbSense.class);
        int clause = clauseStart(unit);
        if (units.normal(unit).contains("شوی")) {
            passive(clause, unit, verb.act());
            return;
        }
        for (int i = 0; i < mentions.size(); i++) {
            Actor mention = mentions.get(i);
            if (mention.from() >= clause && mention.to() <= unit && isFree(mention)) {
                Actor subject = joined(i, unit);
                boolean topic = verb.pattern() == Pattern.TOPIC;
                found.add(new Attribution(subject, verb.act(), PashtoRule.VERB, unit, topic));
                return;
            }
        }
    }

    /** Where the clause of a verb begins: after "that", a semicolon, or a verb that ends the one before. */
    private int clauseStart(int verb) {
        int least = Math.max(sentence.from(), verb - REACH);
        for (int unit = verb - 1; unit >= least; unit--) {
            if (units.is(unit, WordClass.THAT)
                    || units.is(unit, Kind.VERB)
                    || units.is(unit, WordClass.AUXILIARY)
                    || units.isMark(unit, '؛')) {
                return unit + 1;
            }
        }
        return least;
    }

    private boolean isFree(Actor mention) {
        int next = mention.to();
        boolean governed = units.is(mention.from() - 1, WordClass.PREPOSITION)
                || units.is(next, WordClass.POSTPOSITION)
                || units.is(next, WordClass.BY)
                || units.is(next, WordClass.ACCORDING);
        boolean owns = units.is(mention.from(), WordClass.LINKER) && mention.type() == ActorType.STATE;
        return !governed && !owns && !isDocument(mention) && !isAdjective(mention);
    }

    /** "Afghan traders": the adjective of a noun we do not know. */
    private boolean isAdjective(Actor mention) {
        return mention.type() == ActorType.STATE && units.isPlainWord(mention.to());
    }

    private boolean isDocument(Actor mention) {
        return units.is(mention.to() - 1, Kind.SPEECH_NOUN) || units.is(mention.to() - 1, WordClass.IT);
    }

    private Actor joined(int first, int verb) {
        Actor all = mentions.get(first);
        for (int i = first + 1; i < mentions.size(); i++) {
            Actor next = mentions.get(i);
            boolean beside = next.from() == all.to() + 1
                    && next.to() <= verb
                    && (units.is(all.to(), WordClass.AND) || units.isMark(all.to(), '،'));
            if (!beside || !next.isResolved() || !all.isResolved()) {
                break;
            }
            all = all.with(next);
        }
        return all;
    }

    private void passive(int clause, int unit, SpeechAct act) {
        for (Actor mention : mentions) {
            if (mention.from() >= clause && mention.to() <= unit) {
                if (units.is(mention.to(), WordClass.BY)) {
                    found.add(says(mention, act, PashtoRule.AGENT, unit));
                    return;
                }
                if (isDocument(mention)) {
                    found.add(says(mention, act, PashtoRule.DOCUMENT, unit));
                    return;
                }
            }
        }
    }

    private void noun() {
        for (Actor mention : mentions) {
            int end = mention.to() - 1;
            SpeechNounSense noun = units.sense(end, SpeechNounSense.class);
            if (noun != null && mention.isResolved()) {
                found.add(says(mention, noun.act(), PashtoRule.NOUN, end));
                return;
            }
        }
    }

    /** What follows "that", or a verb that takes a clause without it, belongs to who says so. */
    private List<Attribution> governing() {
        List<Attribution> governing = new ArrayList<>();
        for (Attribution attribution : found) {
            Attribution last = governing.isEmpty() ? null : governing.get(governing.size() - 1);
            if (last == null || isFreeOf(last.cue(), attribution.speaker().from())) {
                governing.add(attribution);
            }
        }
        return governing;
    }

    private boolean isFreeOf(int cue, int speaker) {
        VerbSense verb = units.sense(cue, VerbSense.class);
        boolean inside = verb != null && verb.pattern() == Pattern.CLAUSE;
        for (int unit = cue; unit < speaker; unit++) {
            boolean joins = units.is(unit, WordClass.CONJUNCTION) && !units.is(unit, WordClass.AND);
            inside = (inside || units.is(unit, WordClass.THAT)) && !joins;
        }
        return !inside;
    }
}
