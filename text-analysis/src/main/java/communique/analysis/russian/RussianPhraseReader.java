package communique.analysis.russian;

import communique.analysis.country.CountrySense;
import communique.analysis.lexicon.FormSense.Case;
import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.BlocSense;
import communique.analysis.speaker.NounPhrase;
import communique.analysis.speaker.OfficeSense;
import communique.analysis.speaker.OrganSense;
import communique.analysis.speaker.OutsiderSense;
import communique.analysis.speaker.PersonSense;
import communique.analysis.statement.SpeechAct;
import communique.analysis.statement.SpeechNounSense;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one noun phrase that may name somebody: adjectives, the noun they agree with, genitives that tell whose it is,
 * what the title is about, and a name in the case of the noun.
 */
final class RussianPhraseReader {
    /** The office of whoever is the head of what follows. */
    private static final String HEAD = "head";

    /** Services every state has: unknown whose where no state is named. */
    private static final String SERVICE = "service";

    /** Offices that are sent to a country or set over a matter. */
    private static final Set<String> SENT = Set.of(
            "ambassador",
            "envoy",
            "permanent-representative",
            "official",
            "embassy",
            "un-mission",
            "spokesperson",
            "army",
            "army-chief");

    private final Units units;
    private final Agreement agreement;
    private final Names names;
    private final int start;
    private final int limit;
    private final NounPhrase phrase = new NounPhrase();
    private String head = "";
    private int at;

    private RussianPhraseReader(Units units, int start, int from, int end) {
        this.start = start;
        this.units = units;
        this.agreement = new Agreement(units);
        this.limit = Math.min(end, from + NounPhrase.LONGEST);
        this.names = new Names(units, limit);
        this.at = from;
    }

    /**
     * The phrase that begins at a unit, if it names somebody.
     *
     * @param first whether a clause begins there, so that a capital letter tells nothing
     */
    static Optional<Actor> read(Units units, Sentence sentence, int from, boolean first) {
        Optional<Actor> pronoun = Pronouns.read(units, from);
        return pronoun.isPresent()
                ? pronoun
                : new RussianPhraseReader(units, sentence.from(), from, sentence.to()).read(from, first);
    }

    private Optional<Actor> read(int from, boolean first) {
        adjectives();
        if (!head()) {
            boolean people = phrase.isOwned();
            if (!people) {
                name(first && at == from);
            }
            return phrase.isEmpty() ? Optional.empty() : phrase.actor(units, from, Math.max(at, from + 1));
        }
        int headAt = at - 1;
        while (at < limit && !phrase.isNamed() && complement(headAt)) {
            // takes in one more part
        }
        if (head.equals(SERVICE) && !phrase.isOwned()) {
            phrase.exclude(new OutsiderSense("unknown"));
        }
        if (head.equals(HEAD)) {
            phrase.hold(new OfficeSense("official"));
        }
        return phrase.actor(units, from, at);
    }

    /** "бывший", "официальный", "российский и китайский". */
    private void adjectives() {
        while (at < limit) {
            boolean joins = phrase.isOwned() && isJoint(at) && agreement.isPeoples(at + 1);
            if (units.is(at, WordClass.FORMER)) {
                phrase.former();
            } else if (agreement.isPeoples(at)) {
                phrase.own(units.sense(at, CountrySense.class));
            } else if (!joins && (!units.is(at, WordClass.MODIFIER) || isHead(at))) {
                return;
            }
            at++;
        }
    }

    private boolean isJoint(int unit) {
        return units.is(unit, WordClass.AND) || units.isMark(unit, ',');
    }

    private boolean isHead(int unit) {
        return units.is(unit, Kind.OFFICE) || units.is(unit, Kind.ORGAN) || units.is(unit, Kind.OUTSIDER);
    }

    private boolean head() {
        int person = names.afterInitials(at);
        if (units.is(person, Kind.PERSON)) {
            phrase.be(units.term(person).senses(PersonSense.class));
            at = person;
        } else if (units.is(at, Kind.OFFICE)) {
            hold(units.sense(at, OfficeSense.class));
        } else if (units.is(at, Kind.ORGAN)) {
            organ(units.sense(at, OrganSense.class));
        } else if (units.is(at, Kind.OUTSIDER)) {
            phrase.exclude(units.sense(at, OutsiderSense.class));
        } else if (units.is(at, Kind.BLOC)) {
            phrase.gather(units.sense(at, BlocSense.class));
        } else if (units.is(at, Kind.COUNTRY)) {
            phrase.own(units.sense(at, CountrySense.class));
        } else if (isDocument(at)) {
            phrase.document();
            head = Actor.DOCUMENT;
        } else {
            return false;
        }
        at++;
        return true;
    }

    private void hold(OfficeSense office) {
        phrase.hold(office);
        head = office.id();
    }

    /** The state of an organ that only one has is told by its name, unless another is named. */
    private void organ(OrganSense organ) {
        boolean owned = phrase.isOwned() || isGenitive(at + 1, Kind.COUNTRY);
        phrase.speakFor(owned ? new OrganSense(organ.id(), Optional.empty()) : organ);
        head = head.isEmpty() ? organ.id() : head;
    }

    private boolean isDocument(int unit) {
        SpeechNounSense noun = units.sense(unit, SpeechNounSense.class);
        return noun != null && (noun.act() == SpeechAct.SAY || noun.act() == SpeechAct.AGREE);
    }

    /** Takes in one more part of a title; false where none follows. */
    private boolean complement(int headAt) {
        if (isNote(at)) {
            at += 3;
            return true;
        }
        if (head.isEmpty()) {
            return false;
        }
        if (isQuote(at) && isGenitive(at + 1, Kind.COUNTRY) && isQuote(at + 2)) {
            phrase.own(units.sense(at + 1, CountrySense.class));
            at += 3;
            return true;
        }
        if (phrase.isOwned() && isJoint(at) && isGenitive(at + 1, Kind.COUNTRY) && !agreement.isAdjective(at + 1)) {
            phrase.own(units.sense(at + 1, CountrySense.class));
            at += 2;
            return true;
        }
        return owner() || scope() || person(headAt) || apposition(headAt);
    }

    /** "(запрещено в РФ)". */
    private boolean isNote(int unit) {
        return units.isMark(unit, '(') && units.is(unit + 1, WordClass.FOOTNOTE) && units.isMark(unit + 2, ')');
    }

    private boolean isQuote(int unit) {
        return units.isMark(unit, '«') || units.isMark(unit, '»') || units.isMark(unit, '"');
    }

    private boolean isGenitive(int unit, Kind kind) {
        return units.is(unit, kind) && agreement.canBe(unit, Case.GENITIVE);
    }

    private boolean owner() {
        if (units.reads(at, "страны") || units.reads(at, "республики")) {
            countryOfSentence();
            at++;
            return true;
        }
        if (isGenitive(at, Kind.COUNTRY)) {
            phrase.own(units.sense(at, CountrySense.class));
        } else if (isGenitive(at, Kind.ORGAN)) {
            organ(units.sense(at, OrganSense.class));
            namesHead(units.sense(at, OrganSense.class).id());
        } else if (isGenitive(at, Kind.OUTSIDER)) {
            phrase.exclude(units.sense(at, OutsiderSense.class));
        } else if (isGenitive(at, Kind.BLOC)) {
            phrase.gather(units.sense(at, BlocSense.class));
        } else if (!(isGenitive(at, Kind.OFFICE) && !units.is(at, WordClass.HE))
                && !(units.is(at, WordClass.MODIFIER)
                        && agreement.canBe(at, Case.GENITIVE)
                        && (isHead(at + 1) || units.is(at + 1, Kind.COUNTRY)))) {
            return false;
        }
        at++;
        return true;
    }

    /** "глава МИД страны": that of the country the sentence named first. */
    private void countryOfSentence() {
        for (int unit = start; unit < at && !phrase.isOwned(); unit++) {
            if (units.is(unit, Kind.COUNTRY)) {
                phrase.own(units.sense(unit, CountrySense.class));
            }
        }
    }

    /** The head of a ministry is its minister. */
    private void namesHead(String organ) {
        if (head.equals(HEAD)) {
            head = switch (organ) {
                case "foreign-ministry", "defence-ministry", "interior-ministry" ->
                    organ.substring(0, organ.indexOf('-')) + "-minister";
                case "security-council" -> "security-secretary";
                case "embassy" -> "ambassador";
                default -> "official";
            };
            phrase.hold(new OfficeSense(head));
        }
    }

    /** "по Афганистану", "в Кабуле", "при ООН": what an office is about or where it sits. */
    private boolean scope() {
        if (!SENT.contains(head) || !units.is(at, WordClass.SCOPE)) {
            return false;
        }
        int end = at + 1;
        while (end < limit && (agreement.isPeoples(end) || units.is(end, WordClass.MODIFIER))) {
            end++;
        }
        boolean place = units.is(end, Kind.COUNTRY) || units.is(end, Kind.OUTSIDER) || units.is(end, Kind.BLOC);
        if (place || end > at + 1) {
            at = place || units.isPlainWord(end) ? end + 1 : end;
            return true;
        }
        return false;
    }

    private boolean person(int headAt) {
        int person = names.afterInitials(at);
        if (units.is(person, Kind.PERSON)) {
            if (agrees(headAt, person)) {
                phrase.be(units.term(person).senses(PersonSense.class));
            } else if (!agreement.canBe(person, Case.GENITIVE)) {
                return false;
            }
            at = person + 1;
            return true;
        }
        return name(false);
    }

    private boolean agrees(int headAt, int person) {
        for (Case kase : Case.values()) {
            if (agreement.canBe(headAt, kase) && agreement.canBe(person, kase)) {
                return true;
            }
        }
        return false;
    }

    private boolean name(boolean first) {
        int end = names.end(at, first);
        if (end == at) {
            return false;
        }
        for (int unit = names.afterInitials(at); unit < end; unit++) {
            phrase.name(unit);
        }
        at = end;
        return true;
    }

    /** "спецпредставитель президента, директор департамента МИД Замир Кабулов": one person with two titles. */
    private boolean apposition(int headAt) {
        if (!units.isMark(at, ',') || !(units.is(at + 1, Kind.OFFICE) || units.is(at + 1, WordClass.MODIFIER))) {
            return false;
        }
        RussianPhraseReader second = new RussianPhraseReader(units, start, at + 1, limit);
        Optional<Actor> same =
                second.read(at + 1, false).filter(actor -> second.phrase.isNamed() && agrees(headAt, at + 1));
        if (same.isEmpty()) {
            return false;
        }
        same.get().person().ifPresent(known -> phrase.be(java.util.List.of(new PersonSense(known, true))));
        if (same.get().person().isEmpty()) {
            phrase.name(second.at - 1);
        }
        at = second.at;
        return true;
    }
}
