package communique.analysis.english;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.statement.Attribution;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the subject of a verb among those a sentence mentions. */
final class SubjectFinder {
    private final Units units;
    private final Sentence sentence;
    private final Mentions mentions;
    private final List<Attribution> found;

    /**
     * For one sentence.
     *
     * @param found what was found so far, whose subjects later verbs may share
     */
    SubjectFinder(Units units, Sentence sentence, Mentions mentions, List<Attribution> found) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
        this.found = found;
    }

    /** The subject of a finite verb: the last mention before it that is not inside another phrase; null for none. */
    Actor of(int verb) {
        int relative = relativeClause(verb);
        int at = relative < 0 ? verb - 1 : relative - 2;
        Actor former = relative < 0 ? null : former(relative, verb);
        if (former != null) {
            return former;
        }
        boolean plainNoun = false;
        while (at >= sentence.from()) {
            Actor mention = mentions.endingAt(at + 1);
            if (mention != null) {
                if (!mentions.isInPhrase(mention) && !isPredicate(mention)) {
                    return plainNoun && !isModified(mention) ? null : mentions.companyOf(mention, sentence.heading());
                }
                at = mention.from() - 2;
                plainNoun = false;
            } else if (units.isMark(at, ')')) {
                at = opening(at) - 1;
            } else if (units.is(at, WordClass.CONJUNCTION) && isAdjacent(at, verb)) {
                return shared(at);
            } else if (stops(at) || beginsOtherClause(at, plainNoun)) {
                return null;
            } else {
                plainNoun = (plainNoun || units.isPlainWord(at) || units.is(at, Kind.TOPIC))
                        && !units.is(at, WordClass.PREPOSITION);
                at--;
            }
        }
        return null;
    }

    /** Where the bracket that closes at a unit opens; the unit itself where none does. */
    private int opening(int closing) {
        for (int at = closing - 1; at >= sentence.from(); at--) {
            if (units.isMark(at, '(')) {
                return at;
            }
        }
        return closing;
    }

    /**
     * "Kabulov, who played a part in the talks, said", "Wang, in a letter, said": where the clause between the commas
     * begins, -1 for none; it is passed over.
     */
    private int relativeClause(int verb) {
        int comma = beforeAuxiliaries(verb);
        if (!units.isMark(comma, ',')) {
            return -1;
        }
        for (int at = comma - 1; at > sentence.from() && !stops(at); at--) {
            boolean inserted = units.is(at, WordClass.RELATIVE) || units.is(at, WordClass.PREPOSITION);
            if (inserted && units.isMark(at - 1, ',') && mentions.endingAt(at - 1) != null) {
                return at;
            }
        }
        return -1;
    }

    /** "Asif Durrani, who was Pakistan's envoy until last year": somebody whose office is told in the past. */
    private Actor former(int relative, int verb) {
        boolean past = units.reads(relative + 1, "was")
                || units.reads(relative + 1, "served")
                || units.reads(relative + 1, "once")
                || units.reads(relative + 1, "had been");
        Actor named = mentions.endingAt(relative - 1);
        boolean office = mentions.all().stream().anyMatch(m -> m.from() > relative && m.to() <= verb && m.isOffice());
        return past && office && !isTitled(named)
                ? new Actor.Builder(ActorType.OUTSIDER, named.from(), named.to())
                        .name(named.name())
                        .group(Optional.of("former"))
                        .build()
                : null;
    }

    private boolean isTitled(Actor named) {
        return IntStream.range(named.from(), named.to())
                .anyMatch(unit -> units.is(unit, Kind.OFFICE) || units.is(unit, Kind.ORGAN));
    }

    /** The unit before a verb and the adverbs, auxiliaries and modals that belong to it. */
    int beforeAuxiliaries(int verb) {
        int before = verb - 1;
        while (before > sentence.from()
                && (units.is(before, WordClass.ADVERB)
                        || units.is(before, WordClass.AUXILIARY)
                        || units.is(before, WordClass.MODAL))) {
            before--;
        }
        return before;
    }

    /** "... and the group has said": a noun of its own after the conjunction is the subject. */
    private boolean beginsOtherClause(int unit, boolean plainNoun) {
        return plainNoun && units.reads(unit, "and") && units.reads(unit + 1, "the");
    }

    /** "who was the ambassador": a title that is said of somebody. */
    private boolean isPredicate(Actor mention) {
        int before = mention.from() - 1;
        return mention.type() != ActorType.PRONOUN
                && (units.reads(before, "was")
                        || units.reads(before, "were")
                        || units.reads(before, "is")
                        || units.reads(before, "been"));
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
    boolean isBeside(Actor subject, int verb) {
        int before = beforeAuxiliaries(verb);
        return subject.to() == before + 1
                || subject.to() > verb
                || units.isMark(before, ',')
                || units.is(before, WordClass.CONJUNCTION)
                || mentions.endingAt(before + 1) != null;
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

    /** The subject of the verb before, else the one that opens the sentence; null for none. */
    Actor shared(int before) {
        for (int i = found.size() - 1; i >= 0; i--) {
            if (found.get(i).cue() < before) {
                return found.get(i).speaker();
            }
        }
        Actor first = mentions.first();
        return first.to() <= before && !mentions.isInPhrase(first) ? first : null;
    }

    private boolean stops(int unit) {
        if (units.isMark(unit)) {
            return !units.isMark(unit, ',')
                    && !units.isPossessive(unit)
                    && !units.isMark(unit, '-')
                    && !units.isMark(unit, '(')
                    && !units.isMark(unit, ')');
        }
        return (units.is(unit, WordClass.THAT) && !units.is(unit, WordClass.DETERMINER))
                || (units.is(unit, WordClass.CONJUNCTION) && !units.reads(unit, "and"));
    }
}
