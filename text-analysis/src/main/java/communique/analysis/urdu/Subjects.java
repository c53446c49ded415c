package communique.analysis.urdu;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.List;
import java.util.Optional;

/** Who acts in a clause, by the little words after nouns. */
final class Subjects {
    /** So many unknown words of a name may stand between an office and the little word after it. */
    private static final int LONGEST_NAME = 5;

    private final Units units;
    private final Sentence sentence;
    private final List<Actor> mentions;

    Subjects(Units units, Sentence sentence, List<Actor> mentions) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
    }

    /** Whoever stands before a little word; somebody unknown where nobody known does. */
    Actor before(int mark) {
        Actor known = endingAt(mark);
        return known != null ? known : unknown(mark);
    }

    /** Whoever is named right before a unit, with those joined to it; null where nobody known is. */
    Actor endingAt(int unit) {
        for (int i = mentions.size() - 1; i >= 0; i--) {
            Actor mention = mentions.get(i);
            if (mention.to() <= unit) {
                return reaches(mention, unit) && !isSurname(mention) ? joined(i) : null;
            }
        }
        return null;
    }

    /** "Malik Nur Din Wazir": an office comes before a name, a surname of the same form after it. */
    private boolean isSurname(Actor mention) {
        int from = mention.from();
        return mention.type() == ActorType.BARE
                && units.reads(from, "وزیر")
                && mention.to() == from + 1
                && units.isPlainWord(from - 1)
                && units.isPlainWord(from - 2);
    }

    private boolean reaches(Actor mention, int unit) {
        int words = 0;
        for (int at = mention.to(); at < unit; at++) {
            boolean named = words > 0 || mention.name().isPresent();
            if (units.isPlainWord(at) || (named && units.is(at, WordClass.MODIFIER))) {
                words++;
            } else if (!units.is(at, WordClass.ADVERB) && !isAside(at)) {
                return false;
            }
        }
        boolean canHaveName = mention.office().isPresent() || mention.type() == ActorType.OUTSIDER;
        return words == 0 || (canHaveName && words <= LONGEST_NAME);
    }

    private boolean isAside(int unit) {
        return units.isMark(unit, '(')
                || units.isMark(unit, ')')
                || units.isMark(unit, '\'')
                || units.isMark(unit, '"');
    }

    private Actor joined(int last) {
        Actor all = mentions.get(last);
        for (int i = last - 1; i >= 0; i--) {
            Actor next = mentions.get(i);
            boolean beside = next.to() == all.from() - 1
                    && (units.is(next.to(), WordClass.AND)
                            || units.isMark(next.to(), '،')
                            || units.isMark(next.to(), ','));
            if (!beside || !next.isResolved() || !all.isResolved()) {
                break;
            }
            all = next.with(all);
        }
        return all;
    }

    /** Somebody the text names by words we do not know; "he" may mean them later. */
    private Actor unknown(int mark) {
        int from = Math.max(sentence.from(), mark - 1);
        return new Actor.Builder(ActorType.OUTSIDER, from, Math.max(mark, from + 1))
                .name(Optional.of(units.normal(from)))
                .group(Optional.of("somebody"))
                .build();
    }

    /**
     * The subject without a mark, of verbs that are not in the perfective: the first noun of the clause that is free.
     */
    Actor unmarked(int verb) {
        int clause = clauseStart(verb);
        for (int i = 0; i < mentions.size(); i++) {
            Actor mention = mentions.get(i);
            if (mention.from() >= clause && mention.to() <= verb && isFree(mention)) {
                return mention;
            }
        }
        return null;
    }

    private int clauseStart(int verb) {
        for (int unit = verb - 1; unit >= sentence.from(); unit--) {
            boolean joins = units.is(unit, WordClass.CONJUNCTION) && !units.is(unit, WordClass.AND);
            if (joins || units.is(unit, WordClass.THAT) || units.isMark(unit, '؛')) {
                return unit + 1;
            }
        }
        return sentence.from();
    }

    private boolean isFree(Actor mention) {
        int next = mention.to();
        boolean governed = units.is(next, WordClass.POSTPOSITION)
                || units.is(next, WordClass.BY)
                || units.is(next, WordClass.ACCORDING)
                || units.is(next, WordClass.SUBJECT_MARK)
                || units.is(next, WordClass.LINKER)
                || units.is(mention.from() - 1, WordClass.PREPOSITION);
        return !governed && !isDocument(mention) && (mention.type() != ActorType.STATE || beginsPhrase(mention.from()));
    }

    private boolean beginsPhrase(int unit) {
        return unit == sentence.from()
                || units.isMark(unit - 1)
                || units.is(unit - 1, WordClass.ADVERB)
                || units.is(unit - 1, WordClass.CONJUNCTION)
                || units.is(unit - 1, WordClass.THAT)
                || units.is(unit - 1, WordClass.POSTPOSITION);
    }

    /** Whether a mention is a paper that says something. */
    boolean isDocument(Actor mention) {
        return units.is(mention.to() - 1, Kind.SPEECH_NOUN) || units.is(mention.to() - 1, WordClass.IT);
    }

    /**
     * Whose a noun of speech is, by the linker that governs it.
     *
     * @param bound whether the linker must govern the noun beyond doubt
     * @return null where no linker does
     */
    Actor owner(int noun, boolean bound) {
        Actor holder = holder(noun);
        return holder == null ? bound ? governor(noun) : author(noun) : holder;
    }

    private Actor governor(int noun) {
        for (int unit = noun - 1; unit > sentence.from() && !ends(unit); unit--) {
            Actor owner = isLink(unit) ? before(unit) : null;
            if (owner != null && !leadsElsewhere(unit, noun)) {
                return owner;
            }
        }
        return null;
    }

    /**
     * In "Pakistan ka Afghan muhajirin ki wapsi ka elan" it is the first whose linker has the form of the one before
     * the noun, else the nearest that a linker joins to it.
     */
    private Actor author(int noun) {
        Actor first = null;
        Actor nearest = null;
        Actor any = null;
        String form = null;
        for (int unit = noun - 1; unit > sentence.from() && !ends(unit); unit--) {
            boolean linker = units.is(unit, WordClass.LINKER) && !isInside(unit);
            form = linker && form == null ? units.normal(unit) : form;
            Actor owner = linker && isLink(unit) ? endingAt(unit) : null;
            if (owner == null) {
                continue;
            }
            any = owner;
            if (!leadsElsewhere(unit, noun)) {
                first = units.normal(unit).equals(form) ? owner : first;
                nearest = nearest == null ? owner : nearest;
            }
        }
        return first != null ? first : nearest != null ? nearest : any;
    }

    private boolean isLink(int unit) {
        return units.is(unit, WordClass.LINKER) && !isInside(unit) && !isInfinitive(unit - 1);
    }

    private Actor holder(int noun) {
        return mentions.stream()
                .filter(mention -> mention.from() < noun && noun < mention.to())
                .findFirst()
                .orElse(null);
    }

    /** "The demand to send aid": what is demanded, not who demands. */
    private boolean isInfinitive(int unit) {
        return units.isPlainWord(unit) && units.normal(unit).endsWith("نے");
    }

    private boolean ends(int unit) {
        return units.is(unit, WordClass.SUBJECT_MARK) || units.is(unit, WordClass.THAT) || units.isMark(unit, '؛');
    }

    private boolean isInside(int unit) {
        return mentions.stream().anyMatch(mention -> mention.from() <= unit && unit < mention.to());
    }

    /** Whether what a linker governs ends in a postposition before the noun is reached. */
    private boolean leadsElsewhere(int linker, int noun) {
        for (int unit = linker + 1; unit < noun; unit++) {
            if (isInside(unit)) {
                return false;
            }
            if (units.is(unit, WordClass.POSTPOSITION)) {
                return true;
            }
        }
        return false;
    }
}
