package communique.analysis.english;

import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.SpeechAct;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Of several attributions in a sentence, those that tell whose words it is. */
final class Governing {
    private static final Set<EnglishRule> AFTER_WORDS =
            EnumSet.of(EnglishRule.TAIL, EnglishRule.INVERTED, EnglishRule.DASH, EnglishRule.QUOTED_AFTER);

    /** Rules that inside a quotation find only what the quoted speaker tells of others. */
    private static final Set<EnglishRule> TELLING = EnumSet.of(
            EnglishRule.VERB, EnglishRule.PARTICIPLE, EnglishRule.AGENT, EnglishRule.NOUN, EnglishRule.ATTITUDE);

    private final Units units;
    private final Sentence sentence;
    private final List<Attribution> found;

    private Governing(Units units, Sentence sentence, List<Attribution> found) {
        this.units = units;
        this.sentence = sentence;
        this.found = found;
    }

    /** Those of the attributions found in a sentence that govern it. */
    static List<Attribution> of(Units units, Sentence sentence, List<Attribution> found) {
        if (found.isEmpty()) {
            return found;
        }
        Governing governing = new Governing(units, sentence, found);
        governing.dropQuoted();
        return governing.governing();
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

    /**
     * What follows the words governs the sentence, unless it is an outlet that passes on what somebody said. Else the
     * first one does, and another counts beside it only where a new clause begins with it; one inside the first one's
     * words is told by the first.
     */
    private List<Attribution> governing() {
        for (Attribution attribution : found) {
            if (AFTER_WORDS.contains(attribution.rule()) && !(passesOn(attribution) && found.size() > 1)) {
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
                || units.isQuotationMark(sentence.from())
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
        return (AFTER_WORDS.contains(attribution.rule()) || attribution.rule() == EnglishRule.ACCORDING)
                && speaker.type() == ActorType.OUTSIDER
                && speaker.group().filter("media"::equals).isPresent();
    }

    private boolean beginsClause(Actor speaker, int after) {
        int before = speaker.from() - 1;
        return before > after
                && (units.is(before, WordClass.CONJUNCTION) || units.isMark(before, ';') || units.isMark(before, ','));
    }
}
