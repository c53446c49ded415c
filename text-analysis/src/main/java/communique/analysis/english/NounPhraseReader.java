package communique.analysis.english;

import communique.analysis.country.CountrySense;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.speaker.BlocSense;
import communique.analysis.speaker.NounPhrase;
import communique.analysis.speaker.OfficeSense;
import communique.analysis.speaker.OrganSense;
import communique.analysis.speaker.OutsiderSense;
import communique.analysis.speaker.PersonSense;
import communique.analysis.statement.VerbSense;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one noun phrase that may name somebody: determiners, titles, a country, an office or organ, a name, and what
 * follows with "of" or "for".
 */
final class NounPhraseReader {
    private static final int LONGEST_NAME = 5;

    private final Units units;
    private final int limit;
    private final boolean heading;
    private final NounPhrase phrase = new NounPhrase();
    private int at;
    private boolean possessor;
    private boolean determined;

    private NounPhraseReader(Units units, Sentence sentence, int from) {
        this.units = units;
        this.at = from;
        this.limit = Math.min(sentence.to(), from + NounPhrase.LONGEST);
        this.heading = sentence.heading();
    }

    /** The phrase that begins at a unit, if it names somebody. */
    static Optional<Actor> read(Units units, Sentence sentence, int from) {
        Optional<Actor> single = single(units, from, sentence.to());
        return single.isPresent() ? single : new NounPhraseReader(units, sentence, from).read(from);
    }

    private static Optional<Actor> single(Units units, int from, int limit) {
        if (units.is(from, WordClass.COLLECTIVE)) {
            return Optional.of(new Actor.Builder(ActorType.COLLECTIVE, from, from + 1)
                    .name(Optional.of(units.normal(from)))
                    .build());
        }
        if (units.is(from, WordClass.HE)) {
            return Optional.of(new Actor.Builder(ActorType.PRONOUN, from, from + 1).build());
        }
        if (units.is(from, WordClass.IT)) {
            return Optional.of(new Actor.Builder(ActorType.BARE, from, from + 1)
                    .office(Optional.of(Actor.DOCUMENT))
                    .build());
        }
        if (units.is(from, WordClass.THEY)) {
            return Optional.of(new Actor.Builder(ActorType.PRONOUN_MANY, from, from + 1).build());
        }
        return isFlag(units, from) ? Optional.of(flags(units, from, limit)) : Optional.empty();
    }

    private static boolean isFlag(Units units, int unit) {
        CountrySense country = units.is(unit, Kind.COUNTRY) ? units.sense(unit, CountrySense.class) : null;
        return country != null && country.reference() == Reference.FLAG;
    }

    /** Flags in a row stand for the states together. */
    private static Actor flags(Units units, int from, int limit) {
        Set<String> states = new LinkedHashSet<>();
        int unit = from;
        while (unit < limit && isFlag(units, unit)) {
            states.add(units.sense(unit++, CountrySense.class).code());
        }
        return new Actor.Builder(ActorType.STATE, from, unit)
                .states(List.copyOf(states))
                .build();
    }

    private Optional<Actor> read(int from) {
        skipDeterminer();
        int end = at;
        while (at < limit && step()) {
            end = at;
        }
        boolean ofSomebody = possessor && !phrase.isOffice() && !phrase.isPerson();
        return end == from || ofSomebody ? Optional.empty() : phrase.actor(units, from, end);
    }

    private void skipDeterminer() {
        if (units.is(at, WordClass.DETERMINER) && !units.is(at, Kind.COUNTRY)) {
            determined = units.reads(at, "the") || units.reads(at, "a") || units.reads(at, "this");
            possessor = units.reads(at, "his")
                    || units.reads(at, "her")
                    || units.reads(at, "its")
                    || units.reads(at, "their");
            at++;
        }
    }

    /** Takes in the next part of the phrase; false where the phrase ends. */
    private boolean step() {
        if (units.isPossessive(at)) {
            return possessive();
        }
        if (isAbbreviationInBrackets()) {
            at += 3;
            return true;
        }
        if (units.is(at, WordClass.FORMER)) {
            phrase.former();
            at++;
            return true;
        }
        if (units.is(at, Kind.COUNTRY) && !isTitledPerson()) {
            return country();
        }
        if (units.is(at, WordClass.MODIFIER) && units.term(at).kinds() == Kind.WORD.bit()) {
            at++;
            return continues(at);
        }
        return phrase.isNamed() ? nameWord() : title() || joinsOwners() || nameWord();
    }

    /** "the World Food Programme (WFP) director": a body goes on with its office. */
    private boolean isAbbreviationInBrackets() {
        return (phrase.isExcluded() || phrase.isOffice())
                && units.isMark(at, '(')
                && units.isMark(at + 2, ')')
                && (units.is(at + 3, Kind.OFFICE) || units.is(at + 3, WordClass.MODIFIER));
    }

    private boolean isTitledPerson() {
        return units.is(at, Kind.PERSON) && !phrase.isNamed();
    }

    /** A person, somebody who is no state, a group, an office, an organ or a document. */
    private boolean title() {
        if (units.is(at, Kind.PERSON)) {
            return person();
        }
        if (isOutsider()) {
            phrase.exclude(units.sense(at++, OutsiderSense.class));
        } else if (units.is(at, Kind.BLOC) && !phrase.isGroup() && !phrase.isOffice()) {
            phrase.gather(units.sense(at, BlocSense.class));
            at = TitleTail.afterMembers(units, at + 1, limit);
        } else if (units.is(at, Kind.OFFICE)) {
            phrase.hold(units.sense(at, OfficeSense.class));
            at = TitleTail.read(units, phrase, at + 1, limit);
        } else if (units.is(at, Kind.ORGAN)) {
            phrase.speakFor(units.sense(at, OrganSense.class));
            at = TitleTail.read(units, phrase, at + 1, limit);
        } else if (units.is(at, Kind.SPEECH_NOUN) && !phrase.isDocument() && isOfDocument()) {
            phrase.document();
            at++;
        } else {
            return false;
        }
        return true;
    }

    /**
     * Somebody who is no state; a state's own "Security Council" is an organ, and after its bare name "reports" is a
     * verb.
     */
    private boolean isOutsider() {
        if (!units.is(at, Kind.OUTSIDER) || phrase.isExcluded()) {
            return false;
        }
        boolean afterName = units.is(at - 1, Kind.COUNTRY)
                && units.sense(at - 1, CountrySense.class).reference() == Reference.NAME;
        boolean verb = afterName && units.is(at, Kind.VERB) && !units.is(at + 1, Kind.VERB);
        return !verb && !(phrase.isOwned() && units.is(at, Kind.ORGAN));
    }

    /** "the statement", "a Russian foreign ministry statement": words that speak for who issued them. */
    private boolean isOfDocument() {
        return determined || phrase.isOwned() || phrase.isOffice();
    }

    private boolean continues(int unit) {
        return unit < limit
                && (isTitle(unit)
                        || units.is(unit, Kind.PERSON)
                        || units.is(unit, Kind.COUNTRY)
                        || units.is(unit, Kind.OUTSIDER)
                        || units.is(unit, WordClass.FORMER)
                        || isNameWord(unit)
                        || units.isPossessive(unit));
    }

    private boolean isTitle(int unit) {
        return units.is(unit, Kind.OFFICE) || units.is(unit, Kind.ORGAN) || units.is(unit, WordClass.MODIFIER);
    }

    /**
     * "Russia's" goes on when an office, an organ or a title follows, or a verb: "Pakistan's asked for more time"; else
     * the phrase is about something Russia has.
     */
    private boolean possessive() {
        int next = at + 1;
        boolean ofState =
                units.is(next, Kind.COUNTRY) && (units.is(next + 1, Kind.OFFICE) || units.is(next + 1, Kind.ORGAN));
        boolean titled = units.is(next, Kind.OFFICE) || units.is(next, WordClass.MODIFIER) || ofState;
        if (phrase.isPerson() && titled && !units.is(next, Kind.SPEECH_NOUN)) {
            phrase.ownByPerson();
            at = next;
            return true;
        }
        boolean goesOn = isTitle(next)
                || ofState
                || units.is(next, WordClass.FORMER)
                || units.is(next, Kind.SPEECH_NOUN)
                || units.is(next, Kind.OUTSIDER)
                || units.is(next, Kind.PERSON);
        VerbSense verb = units.sense(next, VerbSense.class);
        boolean ellipsis = verb != null && verb.form() == VerbSense.Form.PAST && !phrase.isOffice();
        if ((goesOn || ellipsis) && !phrase.isNamed()) {
            at = next;
            return true;
        }
        possessor = true;
        return false;
    }

    private boolean person() {
        phrase.be(units.term(at++).senses(PersonSense.class));
        while (isNameWord(at)) {
            at++;
        }
        if (units.reads(at, "administration") || units.reads(at, "government") || units.reads(at, "cabinet")) {
            phrase.ownByPerson();
        }
        return true;
    }

    private boolean country() {
        boolean named = phrase.isNamed() || phrase.isOffice();
        if (named || (phrase.isOwned() && !isTitle(at + 1))) {
            return false;
        }
        // "Russia's Afghanistan envoy": the second country is what the office is about.
        if (!phrase.isOwned()) {
            phrase.own(units.sense(at, CountrySense.class));
        }
        at++;
        return true;
    }

    /**
     * "Chinese and Russian foreign ministers": goes on over the conjunction where another country with an office
     * follows.
     */
    private boolean joinsOwners() {
        boolean joint = units.isMark(at, ',') || units.reads(at, "and");
        if (!joint || !phrase.isOwned() || phrase.isOffice()) {
            return false;
        }
        int next = units.isMark(at, ',') && units.reads(at + 1, "and") ? at + 2 : at + 1;
        if (!units.is(next, Kind.COUNTRY) || !titleAfter(next, heading || next > at + 1 || units.reads(at, "and"))) {
            return false;
        }
        phrase.own(units.sense(next, CountrySense.class));
        at = next + 1;
        return true;
    }

    /** Whether a title follows a list of countries that has its "and". */
    private boolean titleAfter(int country, boolean joined) {
        int unit = country;
        boolean and = joined;
        while (unit < limit
                && (units.is(unit, Kind.COUNTRY)
                        || units.isMark(unit, ',')
                        || units.reads(unit, "and")
                        || units.is(unit, WordClass.MODIFIER))) {
            and |= units.reads(unit++, "and");
        }
        return and && (units.is(unit, Kind.OFFICE) || units.is(unit, Kind.ORGAN));
    }

    private boolean nameWord() {
        if (!isNameWord(at) || phrase.isPerson() || phrase.nameLength() >= LONGEST_NAME) {
            return false;
        }
        phrase.name(at++);
        return true;
    }

    /** A capitalised word that is no other part of speech, or an initial with its full stop. */
    private boolean isNameWord(int unit) {
        if (unit >= limit || !units.text().isCased()) {
            return false;
        }
        if (units.isMark(unit, '.') && units.end(unit - 1) - units.start(unit - 1) == 1 && units.isCapital(unit - 1)) {
            return true;
        }
        return isHyphenOfName(unit) || (units.isCapital(unit) && (units.isPlainWord(unit) || isOnlyTopic(unit)));
    }

    /** "Gholam-Reza". */
    private boolean isHyphenOfName(int unit) {
        return units.isMark(unit, '-')
                && phrase.nameLength() > 0
                && units.end(unit - 1) == units.start(unit)
                && units.end(unit) == units.start(unit + 1)
                && units.isCapital(unit + 1)
                && units.isPlainWord(unit + 1);
    }

    private boolean isOnlyTopic(int unit) {
        return units.term(unit) != null && units.term(unit).kinds() == Kind.TOPIC.bit();
    }
}
