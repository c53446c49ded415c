package communique.analysis.phrase;

import communique.analysis.lexicon.Kind;
import communique.analysis.phrase.PhraseRule.Form;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.VerbSense;
import communique.analysis.statement.VerbSense.Pattern;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.List;
import java.util.Optional;

/**
 * Finds who speaks where the verb stands last: the subject opens the sentence, and clauses may stand between it and its
 * verb; it may also be left out.
 */
final class VerbFinalReader extends ClauseReader {
    VerbFinalReader(Units units, WordOrder order, Sentence sentence, List<Actor> mentions) {
        super(units, order, sentence, mentions);
    }

    /** The subject of the first verb opens the sentence; that of a later one is the same unless a new one follows. */
    @Override
    Actor subjectBefore(int verb) {
        if (isPassive(verb)) {
            return document(verb).orElseGet(() -> bareDocument(verb));
        }
        if (found.isEmpty()) {
            Actor named = firstNamed(verb);
            return named == null ? document(verb).orElseGet(() -> unnamed(verb)) : named;
        }
        Attribution last = found.get(found.size() - 1);
        return mentions.stream()
                .filter(mention -> mention.from() > last.cue() && mention.to() <= verb && canAct(mention))
                .findFirst()
                .map(mention -> joined(mention, verb))
                .orElse(last.speaker());
    }

    /** Who is named only as the source of what follows does not act in it. */
    @Override
    boolean canAct(Actor mention) {
        return super.canAct(mention) && !units.is(mention.from() - 1, WordClass.ACCORDING);
    }

    /** What a relative clause tells of the speaker is no part of what he says. */
    @Override
    void add(Actor speaker, VerbSense verb, Form form, int unit) {
        super.add(
                units.is(speaker.to(), WordClass.RELATIVE) ? speaker.upTo(endOfClause(speaker.to(), unit)) : speaker,
                verb,
                form,
                unit);
    }

    private int endOfClause(int from, int verb) {
        for (int unit = from; unit < verb; unit++) {
            if (units.isMark(unit, '،') || units.isMark(unit, ',')) {
                return unit;
            }
        }
        return from;
    }

    /** The first who can act and does not open a clause inside the sentence. */
    private Actor firstNamed(int verb) {
        for (Actor mention : mentions) {
            if (mention.to() <= verb && canAct(mention) && !units.is(mention.from() - 1, WordClass.THAT)) {
                return joined(mention, verb);
            }
        }
        return super.subjectBefore(verb);
    }

    /** "In a statement of the ministry it is said". */
    private Optional<Actor> document(int verb) {
        return mentions.stream()
                .filter(mention -> mention.to() <= verb)
                .filter(this::isDocument)
                .findFirst();
    }

    private boolean isPassive(int verb) {
        VerbSense sense = units.sense(verb, VerbSense.class);
        return sense != null && sense.pattern() == Pattern.PASSIVE;
    }

    /** "In the statement it is said"; null where no noun of speech stands there. */
    private Actor bareDocument(int verb) {
        for (int unit = sentence.from() + 1; unit < verb; unit++) {
            if (units.is(unit, Kind.SPEECH_NOUN) && units.is(unit - 1, WordClass.PREPOSITION)) {
                return new Actor.Builder(ActorType.BARE, unit, unit + 1)
                        .office(Optional.of(Actor.DOCUMENT))
                        .build();
            }
        }
        return null;
    }

    private boolean isDocument(Actor mention) {
        if (mention.office().filter(Actor.DOCUMENT::equals).isPresent()) {
            return true;
        }
        for (int unit = mention.from(); unit < mention.to(); unit++) {
            if (units.is(unit, Kind.SPEECH_NOUN)) {
                return true;
            }
        }
        return false;
    }

    /** Somebody whose name is unknown, or whoever spoke before; null where the sentence opens with something else. */
    private Actor unnamed(int verb) {
        int end = sentence.from();
        while (units.is(end, WordClass.MODIFIER) && units.isPlainWord(end + 1)) {
            end++;
        }
        while (units.isPlainWord(end) && end < verb) {
            end++;
        }
        if (end == sentence.from()) {
            boolean open = end == verb || units.is(end, Kind.WORD);
            return open ? new Actor.Builder(ActorType.PRONOUN, verb, verb + 1).build() : null;
        }
        if (end - sentence.from() > order.longestName() || !(end == verb || units.is(end, Kind.WORD))) {
            return null;
        }
        String name = units.text().originalSlice(units.start(sentence.from()), units.end(end - 1));
        return new Actor.Builder(ActorType.NAME, sentence.from(), end)
                .name(Optional.of(name))
                .build();
    }
}
