package communique.analysis.english;

import communique.analysis.country.CountrySense;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.speaker.BlocSense;
import communique.analysis.speaker.OfficeSense;
import communique.analysis.speaker.OrganSense;
import communique.analysis.speaker.OutsiderSense;
import communique.analysis.speaker.PersonSense;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one noun phrase that may name somebody: determiners, titles, a country, an office or organ, a name, and what
 * follows with "of" or "for". The country that owns the office stands before it or after "of" and "from"; a country
 * after "for", "to", "in" or "on" is only what the office is about.
 */
final class NounPhraseReader {
    private static final int LONGEST_NAME = 5;

    private final Units units;
    private final int limit;

    private int at;
    private int end;
    private final Set<String> owners = new LinkedHashSet<>();
    private boolean people;
    private boolean place;
    private Optional<String> office = Optional.empty();
    private boolean organ;
    private PersonSense person;
    private BlocSense bloc;
    private String outsider;
    private boolean former;
    private boolean possessor;
    private boolean determined;
    private boolean document;
    private final List<Integer> name = new ArrayList<>();

    private NounPhraseReader(Units units, int from, int limit) {
        this.units = units;
        this.at = from;
        this.limit = limit;
    }

    /** The phrase that begins at a unit, if it names somebody. */
    static Optional<Actor> read(Units units, Sentence sentence, int from) {
        return new NounPhraseReader(units, from, sentence.to()).read(from);
    }

    private Optional<Actor> read(int from) {
        Optional<Actor> single = pronoun(from);
        if (single.isPresent()) {
            return single;
        }
        skipDeterminer();
        end = at;
        while (at < limit && step()) {
            end = at;
        }
        return actor(from);
    }

    private Optional<Actor> pronoun(int from) {
        if (units.is(from, WordClass.COLLECTIVE)) {
            return Optional.of(new Actor.Builder(ActorType.COLLECTIVE, from, from + 1)
                    .name(Optional.of(units.normal(from)))
                    .build());
        }
        if (units.is(from, WordClass.HE)) {
            return Optional.of(new Actor.Builder(ActorType.PRONOUN, from, from + 1).build());
        }
        if (isFlag(from)) {
            return Optional.of(flags(from));
        }
        if (units.is(from, WordClass.IT)) {
            return Optional.of(new Actor.Builder(ActorType.BARE, from, from + 1)
                    .office(Optional.of(Actor.DOCUMENT))
                    .build());
        }
        if (units.is(from, WordClass.THEY)) {
            return Optional.of(new Actor.Builder(ActorType.PRONOUN_MANY, from, from + 1).build());
        }
        return Optional.empty();
    }

    private boolean isFlag(int unit) {
        CountrySense country = units.is(unit, Kind.COUNTRY) ? units.sense(unit, CountrySense.class) : null;
        return unit < limit && country != null && country.reference() == Reference.FLAG;
    }

    /** Flags in a row stand for the states together. */
    private Actor flags(int from) {
        int unit = from;
        while (isFlag(unit)) {
            owners.add(units.sense(unit++, CountrySense.class).code());
        }
        return new Actor.Builder(ActorType.STATE, from, unit)
                .states(List.copyOf(owners))
                .build();
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
        if (units.is(at, WordClass.FORMER)) {
            former = true;
            at++;
            return true;
        }
        if (units.is(at, Kind.PERSON) && person == null && name.isEmpty()) {
            return person();
        }
        if (units.is(at, Kind.OUTSIDER) && outsider == null && (person == null && name.isEmpty())) {
            outsider = units.sense(at, OutsiderSense.class).group();
            at++;
            return true;
        }
        if (units.is(at, Kind.COUNTRY)) {
            return country();
        }
        if (units.is(at, Kind.BLOC) && bloc == null && office.isEmpty()) {
            bloc = units.sense(at, BlocSense.class);
            at++;
            return true;
        }
        if (units.is(at, Kind.OFFICE) && person == null && name.isEmpty()) {
            return office();
        }
        if (units.is(at, Kind.ORGAN) && person == null && name.isEmpty()) {
            return organ();
        }
        if (units.is(at, Kind.SPEECH_NOUN) && !document && person == null && name.isEmpty() && isDocument()) {
            document = true;
            at++;
            return true;
        }
        if (units.is(at, WordClass.MODIFIER)) {
            at++;
            return continues();
        }
        return joinsOwners() || nameWord();
    }

    /** "the statement", "a Russian foreign ministry statement": words that speak for who issued them. */
    private boolean isDocument() {
        return determined || !owners.isEmpty() || office.isPresent();
    }

    private boolean continues() {
        return at < limit
                && (units.is(at, Kind.OFFICE)
                        || units.is(at, Kind.ORGAN)
                        || units.is(at, Kind.PERSON)
                        || units.is(at, Kind.COUNTRY)
                        || units.is(at, WordClass.MODIFIER)
                        || units.is(at, Kind.OUTSIDER)
                        || units.is(at, WordClass.FORMER)
                        || isNameWord(at)
                        || units.isPossessive(at));
    }

    /**
     * "Russia's" goes on when an office, an organ or a title follows; else the phrase is about something Russia has.
     */
    private boolean possessive() {
        int next = at + 1;
        boolean goesOn = units.is(next, Kind.OFFICE)
                || units.is(next, Kind.ORGAN)
                || units.is(next, WordClass.MODIFIER)
                || units.is(next, WordClass.FORMER)
                || units.is(next, Kind.SPEECH_NOUN)
                || units.is(next, Kind.OUTSIDER)
                || units.is(next, Kind.PERSON)
                || (units.is(next, Kind.COUNTRY)
                        && (units.is(next + 1, Kind.OFFICE) || units.is(next + 1, Kind.ORGAN)));
        if (goesOn
                && person != null
                && (units.is(next, Kind.OFFICE) || units.is(next, WordClass.MODIFIER))
                && !units.is(next, Kind.SPEECH_NOUN)) {
            // "Ghani's spokesman" speaks for the state of Ghani.
            owners.add(person.person().latest().country());
            person = null;
            office = Optional.empty();
            at = next;
            return true;
        }
        if (goesOn && person == null && name.isEmpty()) {
            at = next;
            return true;
        }
        possessor = true;
        return false;
    }

    private boolean person() {
        person = owned(units.term(at).senses(PersonSense.class));
        at++;
        while (isNameWord(at) && at < limit) {
            at++;
        }
        return true;
    }

    /** Of several people of one name the one who held an office of the state named before. */
    private PersonSense owned(List<PersonSense> senses) {
        return senses.stream()
                .filter(sense ->
                        sense.person().tenures().stream().anyMatch(tenure -> owners.contains(tenure.country())))
                .findFirst()
                .orElse(senses.get(0));
    }

    private boolean country() {
        CountrySense country = units.sense(at, CountrySense.class);
        boolean named = person != null || !name.isEmpty() || office.isPresent() || organ;
        if (named || (!owners.isEmpty() && !isAdjectiveBefore(at + 1))) {
            return false;
        }
        owners.add(country.code());
        people = country.reference() == Reference.PEOPLE;
        place = country.reference() == Reference.PLACE;
        at++;
        return true;
    }

    private boolean isAdjectiveBefore(int next) {
        return units.is(next, Kind.OFFICE) || units.is(next, Kind.ORGAN) || units.is(next, WordClass.MODIFIER);
    }

    private boolean office() {
        office = Optional.of(units.sense(at, OfficeSense.class).id());
        at++;
        return scopeOrOwner();
    }

    private boolean organ() {
        OrganSense sense = units.sense(at, OrganSense.class);
        organ = true;
        office = Optional.of(sense.id());
        if (owners.isEmpty()) {
            sense.country().ifPresent(owners::add);
        }
        at++;
        return scopeOrOwner();
    }

    /** What follows an office: "of Russia" and "from Russia" own it, "for Afghanistan" and "to Kabul" do not. */
    private boolean scopeOrOwner() {
        while (at < limit && units.is(at, WordClass.PREPOSITION)) {
            boolean owning = units.reads(at, "of") || units.reads(at, "from");
            boolean scoping = units.reads(at, "for")
                    || units.reads(at, "to")
                    || units.reads(at, "in")
                    || units.reads(at, "on")
                    || units.reads(at, "at");
            int next = at + 1;
            if (units.is(next, WordClass.DETERMINER) && !units.is(next, Kind.COUNTRY)) {
                next++;
            }
            if ((owning || isOfOrgan(next)) && owners.isEmpty() && ownedBy(next)) {
                continue;
            }
            if (!(owning || scoping) || !skipScope(next, owning)) {
                return true;
            }
        }
        return true;
    }

    /** "of China, Russia and Iran", "of the Pakistani foreign ministry". */
    private boolean ownedBy(int from) {
        int unit = from;
        boolean found = false;
        while (unit < limit) {
            if (units.is(unit, Kind.COUNTRY)) {
                owners.add(units.sense(unit, CountrySense.class).code());
                found = true;
                unit++;
            } else if (found
                    && (units.isMark(unit, ',') || units.is(unit, WordClass.CONJUNCTION))
                    && leadsToCountry(unit)) {
                unit++;
            } else {
                break;
            }
        }
        if (found && units.isPossessive(unit)) {
            unit++;
        }
        if (units.is(unit, Kind.ORGAN)) {
            organ = true;
            if (!found) {
                units.sense(unit, OrganSense.class).country().ifPresent(owners::add);
            }
            unit++;
            found = true;
        }
        if (found) {
            at = unit;
        }
        return found;
    }

    /** "spokesperson for Pakistan's foreign ministry": the organ's state owns the office. */
    private boolean isOfOrgan(int from) {
        int unit = units.is(from, Kind.COUNTRY) ? from + 1 : from;
        return units.is(units.isPossessive(unit) ? unit + 1 : unit, Kind.ORGAN);
    }

    private boolean leadsToCountry(int unit) {
        return units.is(unit + 1, Kind.COUNTRY)
                || (units.is(unit + 1, WordClass.CONJUNCTION) && units.is(unit + 2, Kind.COUNTRY));
    }

    private boolean skipScope(int from, boolean owning) {
        int unit = from;
        while (unit < limit
                && (units.is(unit, Kind.COUNTRY)
                        || units.is(unit, Kind.BLOC)
                        || units.is(unit, Kind.ORGAN)
                        || units.is(unit, Kind.OUTSIDER)
                        || units.is(unit, WordClass.MODIFIER)
                        || (!owning && isNameWord(unit) && unit == from)
                        || units.reads(unit, "affairs")
                        || units.reads(unit, "issues")
                        || units.reads(unit, "issue"))) {
            unit++;
        }
        if (unit == from) {
            return false;
        }
        at = unit;
        return true;
    }

    /**
     * "Chinese and Russian foreign ministers": goes on over the conjunction where another country with an office
     * follows.
     */
    private boolean joinsOwners() {
        boolean joint = units.isMark(at, ',') || units.reads(at, "and");
        if (!joint || owners.isEmpty() || office.isPresent() || person != null || !name.isEmpty()) {
            return false;
        }
        int next = units.isMark(at, ',') && units.reads(at + 1, "and") ? at + 2 : at + 1;
        if (!units.is(next, Kind.COUNTRY) || !officeAfter(next)) {
            return false;
        }
        owners.add(units.sense(next, CountrySense.class).code());
        at = next + 1;
        return true;
    }

    private boolean officeAfter(int country) {
        int unit = country;
        while (unit < limit
                && (units.is(unit, Kind.COUNTRY)
                        || units.isMark(unit, ',')
                        || units.reads(unit, "and")
                        || units.is(unit, WordClass.MODIFIER))) {
            unit++;
        }
        return units.is(unit, Kind.OFFICE) || units.is(unit, Kind.ORGAN);
    }

    private boolean nameWord() {
        if (!isNameWord(at) || name.size() >= LONGEST_NAME || person != null) {
            return false;
        }
        name.add(at++);
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
        return units.isCapital(unit) && (units.isPlainWord(unit) || isOnlyTopic(unit));
    }

    private boolean isOnlyTopic(int unit) {
        return units.term(unit) != null && units.term(unit).kinds() == Kind.TOPIC.bit();
    }

    private Optional<Actor> actor(int from) {
        if (end == from || (possessor && office.isEmpty() && person == null)) {
            return Optional.empty();
        }
        ActorType type = type();
        if (type == null) {
            return Optional.empty();
        }
        Actor.Builder builder = new Actor.Builder(type, from, end)
                .office(document && office.isEmpty() ? Optional.of(Actor.DOCUMENT) : office);
        if (type == ActorType.OUTSIDER) {
            builder.group(Optional.of(former ? "former" : outsider == null ? "people" : outsider));
        } else if (type == ActorType.BLOC) {
            builder.group(Optional.of(bloc.bloc().id()));
        } else {
            builder.states(List.copyOf(owners));
        }
        builder.person(Optional.ofNullable(person).map(PersonSense::person));
        return Optional.of(builder.name(nameText()).build());
    }

    private ActorType type() {
        if (former || outsider != null) {
            return ActorType.OUTSIDER;
        }
        if (person != null) {
            return ActorType.OFFICIAL;
        }
        if (office.isPresent() || document) {
            return owners.isEmpty() ? ActorType.BARE : ActorType.OFFICIAL;
        }
        if (bloc != null) {
            return ActorType.BLOC;
        }
        if (!owners.isEmpty() && name.isEmpty()) {
            return place ? null : people ? ActorType.OUTSIDER : ActorType.STATE;
        }
        return name.isEmpty() ? null : ActorType.NAME;
    }

    private Optional<String> nameText() {
        if (person != null) {
            return Optional.of(person.person().name());
        }
        if (name.isEmpty()) {
            return Optional.empty();
        }
        int first = name.get(0);
        int last = name.get(name.size() - 1);
        return Optional.of(units.text().originalSlice(units.start(first), units.end(last)));
    }
}
