package communique.analysis.phrase;

import communique.analysis.country.CountrySense;
import communique.analysis.lexicon.CharClass;
import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.speaker.BlocSense;
import communique.analysis.speaker.NounPhrase;
import communique.analysis.speaker.OfficeSense;
import communique.analysis.speaker.OrganSense;
import communique.analysis.speaker.OutsiderSense;
import communique.analysis.speaker.PersonSense;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.Optional;

/** Reads one noun phrase that may name somebody: a run of countries, offices, organs, titles and names. */
final class PhraseReader {
    /** Where owners follow, an unknown word right after an office names an owner that is no state we know. */
    private static final OutsiderSense SOMEBODY = new OutsiderSense("people");

    /** The office of whoever is named by no more than that he holds one. */
    private static final String OFFICIAL = "official";

    private final Units units;
    private final WordOrder order;
    private final int limit;
    private final NounPhrase phrase = new NounPhrase();
    private int at;

    private PhraseReader(Units units, WordOrder order, int from, int end) {
        this.units = units;
        this.order = order;
        this.at = from;
        this.limit = Math.min(end, from + NounPhrase.LONGEST);
    }

    /** The phrase that begins at a unit, if it names somebody. */
    static Optional<Actor> read(Units units, WordOrder order, Sentence sentence, int from) {
        Optional<Actor> pronoun = pronoun(units, from);
        return pronoun.isPresent() ? pronoun : new PhraseReader(units, order, from, sentence.to()).read(from);
    }

    private static Optional<Actor> pronoun(Units units, int unit) {
        if (units.is(unit, WordClass.COLLECTIVE) || units.is(unit, WordClass.PAIR)) {
            String words = units.is(unit, WordClass.PAIR) ? Actor.BOTH : units.normal(unit);
            return Optional.of(new Actor.Builder(ActorType.COLLECTIVE, unit, unit + 1)
                    .name(Optional.of(words))
                    .build());
        }
        if (units.is(unit, WordClass.HE)) {
            return Optional.of(new Actor.Builder(ActorType.PRONOUN, unit, unit + 1).build());
        }
        if (units.is(unit, WordClass.IT)) {
            return Optional.of(new Actor.Builder(ActorType.BARE, unit, unit + 1)
                    .office(Optional.of(Actor.DOCUMENT))
                    .build());
        }
        return units.is(unit, WordClass.THEY)
                ? Optional.of(new Actor.Builder(ActorType.PRONOUN_MANY, unit, unit + 1).build())
                : Optional.empty();
    }

    private Optional<Actor> read(int from) {
        int end = from;
        while (at < limit && !isParted(from)) {
            if (step()) {
                end = at;
            } else if (!phrase.isEmpty() && joins()) {
                at++;
            } else if (phrase.isEmpty() && units.is(at, WordClass.LINKER)) {
                at++;
            } else if (joinsMatter()) {
                at += 2;
            } else {
                break;
            }
        }
        if (order.ownersFollow() && phrase.awaitsOwner() && units.isPlainWord(end)) {
            phrase.exclude(SOMEBODY);
        }
        return end == from ? Optional.empty() : phrase.actor(units, from, end);
    }

    /** A blank in a script without blanks ends a phrase, unless it only sets off the name of who holds an office. */
    private boolean isParted(int from) {
        return at > from && units.isAfterGap(at) && !(phrase.isOffice() && units.is(at, Kind.PERSON));
    }

    /** Takes in the next part; false where none stands here. */
    private boolean step() {
        if (units.is(at, WordClass.FORMER)) {
            phrase.former();
            at++;
            return !phrase.isEmpty() || continues(at);
        }
        if (units.is(at, Kind.PERSON) && !phrase.isNamed()) {
            phrase.be(units.term(at).senses(PersonSense.class));
            at++;
            return true;
        }
        if (phrase.isNamed()) {
            return false;
        }
        if (units.is(at, Kind.OUTSIDER) && !(order.ownersFollow() && phrase.isOwned())) {
            phrase.exclude(units.sense(at++, OutsiderSense.class));
            return true;
        }
        if (isScoped(at) && isOfTitle(afterScope(at))) {
            at = afterScope(at);
            return true;
        }
        return units.is(at, Kind.COUNTRY) ? country() : officeOrName();
    }

    /** Whether what a title is about stands beside it: before the unit, or an office that a state owns after it. */
    private boolean isOfTitle(int unit) {
        return phrase.isOffice() || (!order.ownersFollow() && (!phrase.isOwned() || continues(unit)));
    }

    private boolean country() {
        boolean after = phrase.isOffice() || phrase.isDocument();
        if (after && (phrase.isOwned() ? !joinsCountry() : !order.ownerAfter())) {
            return false;
        }
        if ((phrase.isOwned() && !joinsCountry()) || (!after && !order.ownerBefore() && continuesWithOffice(at + 1))) {
            return false;
        }
        phrase.own(units.sense(at++, CountrySense.class));
        return true;
    }

    /** Where owners follow, nothing but a name or a place comes after them. */
    private boolean isComplete() {
        return order.ownersFollow() && (phrase.isOwned() || phrase.isOutsider());
    }

    private boolean officeOrName() {
        if (isComplete() && (units.is(at, Kind.OFFICE) || units.is(at, Kind.ORGAN) || units.is(at, Kind.BLOC))) {
            return false;
        }
        if (units.is(at, Kind.BLOC) && !phrase.isOffice()) {
            phrase.gather(units.sense(at++, BlocSense.class));
        } else if (units.is(at, Kind.ORGAN)) {
            speakFor(units.sense(at++, OrganSense.class));
        } else if (units.is(at, Kind.OFFICE)) {
            hold(units.sense(at++, OfficeSense.class));
        } else if (units.is(at, Kind.SPEECH_NOUN) && !phrase.isDocument() && isOfDocument()) {
            phrase.document();
            at++;
        } else if (phrase.isOwned() && !phrase.isOffice() && isCollective(at)) {
            at++;
        } else if (units.is(at, WordClass.MODIFIER)) {
            at++;
            return continues(at) || phrase.isOffice();
        } else {
            return name();
        }
        return true;
    }

    /** The office at the head: the first where owners follow ("envoy of the president of"), else the last. */
    private void hold(OfficeSense office) {
        if (!phrase.isOffice() || !order.ownersFollow()) {
            phrase.hold(office);
        }
    }

    /** "An official of the foreign ministry" is known by the ministry. */
    private void speakFor(OrganSense organ) {
        phrase.speakFor(organ);
        if (order.ownersFollow() && phrase.isOffice(OFFICIAL)) {
            phrase.hold(new OfficeSense(organ.id()));
        }
    }

    /** A noun of speech belongs to the phrase where its author stands beside it, in the order of the language. */
    private boolean isOfDocument() {
        int next = units.is(at + 1, WordClass.LINKER) ? at + 2 : at + 1;
        boolean first = order.ownerAfter() && phrase.isEmpty();
        return first
                ? units.is(next, Kind.COUNTRY)
                        || units.is(next, Kind.ORGAN)
                        || units.is(next, Kind.OFFICE)
                        || units.is(next, Kind.PERSON)
                : order.ownerBefore() && (phrase.isOwned() || phrase.isOffice());
    }

    /**
     * Unknown words after an office are a name where they are few and something that is no noun follows. Without
     * capital letters only the words right after the office are, not those after an organ.
     */
    private boolean name() {
        boolean beside = order.ownersFollow() ? !phrase.awaitsOwner() : units.is(at - 1, Kind.OFFICE);
        if (!isCased(at) && !(phrase.isOffice() && beside)) {
            return false;
        }
        int end = at;
        while (end < limit && isNameWord(end) && end - at <= order.longestName()) {
            end++;
        }
        if (end == at || end - at > order.longestName() || !endsName(end)) {
            return false;
        }
        for (int unit = at; unit < end; unit++) {
            phrase.name(unit);
        }
        at = end;
        return true;
    }

    /** Whether names are written with capitals: not in Chinese, also where it glosses them in Latin letters. */
    private boolean isCased(int unit) {
        return units.text().isCased() && !(unit < units.count() && CharClass.isUnspaced(units.first(unit)));
    }

    private boolean isNameWord(int unit) {
        return units.isPlainWord(unit) && (!isCased(unit) || units.isCapital(unit));
    }

    private boolean endsName(int unit) {
        return isCased(at)
                || unit >= limit
                || units.isMark(unit)
                || units.is(unit, Kind.VERB)
                || (units.is(unit, Kind.WORD) && !(order.ownersFollow() && units.is(unit, WordClass.POSTPOSITION)));
    }

    /** Whether the phrase goes on over a linker, over "and" between owners, or over a comma to its name. */
    private boolean joins() {
        if (units.is(at, WordClass.LINKER)) {
            return continues(at + 1);
        }
        if (isComma(at)) {
            return (phrase.isOffice() && !phrase.isNamed() && units.is(at + 1, Kind.PERSON)) || joinsCountryAt(at);
        }
        return (units.is(at, WordClass.AND) && joinsCountryAt(at)) || quotesOwner();
    }

    /** "The minister of mines and industries of": one more matter stands before the owner. */
    private boolean joinsMatter() {
        return order.ownersFollow()
                && phrase.awaitsOwner()
                && units.is(at, WordClass.AND)
                && units.is(at + 2, Kind.COUNTRY)
                && !units.isMark(at + 1)
                && !units.is(at + 1, Kind.VERB)
                && !continues(at + 1);
    }

    /** "the governor of «Ghazni»". */
    private boolean quotesOwner() {
        boolean awaits = order.ownersFollow() && phrase.isOffice() && !phrase.isOwned() && !phrase.isNamed();
        return awaits && (units.isMark(at, '«') || units.isMark(at, '"')) && units.is(at + 1, Kind.COUNTRY);
    }

    private boolean isComma(int unit) {
        return units.isMark(unit, ',') || units.isMark(unit, '،') || units.isMark(unit, '、');
    }

    private boolean joinsCountryAt(int joint) {
        if (!phrase.isOwned() || phrase.isNamed() || !units.is(joint + 1, Kind.COUNTRY)) {
            return false;
        }
        return phrase.isOffice()
                ? order.ownersFollow() && (units.is(joint, WordClass.AND) || endsWithAnd(joint + 2))
                : continuesWithOffice(joint + 2) || isJoint(joint + 2);
    }

    /** Whether a row of owners goes on to an "and": a comma alone may part a subject from what follows. */
    private boolean endsWithAnd(int unit) {
        int next = unit;
        while (isComma(next) && units.is(next + 1, Kind.COUNTRY)) {
            next += 2;
        }
        return units.is(next, WordClass.AND) && units.is(next + 1, Kind.COUNTRY);
    }

    private boolean isJoint(int unit) {
        return (units.isMark(unit) || units.is(unit, WordClass.AND)) && units.is(unit + 1, Kind.COUNTRY);
    }

    private boolean joinsCountry() {
        return units.isMark(at - 1) || units.is(at - 1, WordClass.AND) || (isShort(at - 1) && isShort(at));
    }

    /** Two countries by their short names in one word: Chinese zhong-e, China and Russia. */
    private boolean isShort(int unit) {
        CountrySense country = units.sense(unit, CountrySense.class);
        return country != null && country.reference().isShort();
    }

    private boolean continuesWithOffice(int unit) {
        int next = units.is(unit, WordClass.LINKER) ? unit + 1 : unit;
        return units.is(next, Kind.OFFICE)
                || units.is(next, Kind.ORGAN)
                || units.is(next, WordClass.MODIFIER)
                || isCollective(next);
    }

    private boolean isCollective(int unit) {
        return units.is(unit, WordClass.COLLECTIVE) || units.is(unit, WordClass.PAIR);
    }

    private boolean continues(int unit) {
        return unit < limit
                && (units.is(unit, Kind.OFFICE)
                        || units.is(unit, Kind.ORGAN)
                        || units.is(unit, Kind.PERSON)
                        || units.is(unit, Kind.COUNTRY)
                        || units.is(unit, Kind.OUTSIDER)
                        || units.is(unit, Kind.BLOC)
                        || units.is(unit, Kind.SPEECH_NOUN)
                        || units.is(unit, WordClass.MODIFIER)
                        || units.is(unit, WordClass.LINKER)
                        || units.is(unit, WordClass.FORMER)
                        || isScoped(unit));
    }

    /** "for Afghanistan", "Afghanistan affairs": a country that a title only is about. */
    private boolean isScoped(int unit) {
        return afterScope(unit) > unit;
    }

    private int afterScope(int unit) {
        if (units.is(unit, WordClass.SCOPE) && units.is(unit + 1, Kind.COUNTRY)) {
            return unit + 2;
        }
        boolean after = !order.ownersFollow() && units.is(unit, Kind.COUNTRY) && units.is(unit + 1, WordClass.SCOPE);
        return after && !units.is(unit + 2, Kind.COUNTRY) ? unit + 2 : unit;
    }
}
