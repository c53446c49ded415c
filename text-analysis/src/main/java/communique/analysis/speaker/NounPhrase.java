package communique.analysis.speaker;

import communique.analysis.country.CountrySense;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.lexicon.Kind;
import communique.analysis.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The parts of one noun phrase while it is read, and who it names once it is. Not thread-safe. */
public final class NounPhrase {
    /** So many units at most are read as one phrase, so that the work on a text of nothing but titles stays linear. */
    public static final int LONGEST = 64;

    /** Offices and organs that say nothing without whose they are. */
    private static final Set<String> RELATIVE = Set.of(
            "spokesperson",
            "official",
            "ambassador",
            "envoy",
            "governor",
            "army-chief",
            "minister",
            "ministry",
            "government",
            "army");

    private static final Set<String> POSTED =
            Set.of("ambassador", "envoy", "embassy", "permanent-representative", "un-mission", "spokesperson");

    /** Each once; made when the first is named, since most phrases name none. */
    private List<String> owners = List.of();

    private Reference reference;
    private String office;
    private boolean organ;
    private String lastOrgan;
    private boolean document;
    private PersonSense person;
    private Bloc bloc;
    private String outsider;
    private boolean former;
    private int nameFrom = -1;
    private int nameTo = -1;

    /** A country that owns the office or speaks itself. */
    public void own(CountrySense country) {
        ownBy(country.code());
        reference = country.reference();
    }

    private void ownBy(String state) {
        if (owners.isEmpty()) {
            owners = new ArrayList<>(2);
        }
        if (!owners.contains(state)) {
            owners.add(state);
        }
    }

    /** An office. */
    public void hold(OfficeSense held) {
        office = held.id();
    }

    /** An organ of a state; where the lexicon knows of which, that state owns it. */
    public void speakFor(OrganSense named) {
        organ = true;
        lastOrgan = named.id();
        if (office == null) {
            office = named.id();
        }
        if (owners.isEmpty()) {
            named.country().ifPresent(this::ownBy);
        }
    }

    /** A document that speaks for who issued it. */
    public void document() {
        document = true;
    }

    /** One of several people of a name: the one who held an office of the state named before. */
    public void be(List<PersonSense> senses) {
        person = senses.stream()
                .filter(sense ->
                        sense.person().tenures().stream().anyMatch(tenure -> owners.contains(tenure.country())))
                .findFirst()
                .orElse(senses.get(0));
    }

    /** A group of states. */
    public void gather(BlocSense named) {
        bloc = named.bloc();
    }

    /** Those who hold the office in all states of a group: the group itself. */
    public void gatherHolders(BlocSense named) {
        gather(named);
        office = null;
    }

    /** Somebody who is no state. */
    public void exclude(OutsiderSense named) {
        outsider = named.group();
    }

    /** Somebody who no longer holds the office. */
    public void former() {
        former = true;
    }

    /** A unit of a name that the lexicon does not know. */
    public void name(int unit) {
        nameFrom = nameFrom < 0 ? unit : nameFrom;
        nameTo = unit + 1;
    }

    /** The person stands for the state: "Ghani's spokesman" speaks for the state of Ghani. */
    public void ownByPerson() {
        ownBy(person.person().latest().country());
        reference = Reference.NAME;
        person = null;
        office = null;
    }

    /** How many units of an unknown name it has. */
    public int nameLength() {
        return nameTo - nameFrom;
    }

    /** Whether it names a known person. */
    public boolean isPerson() {
        return person != null;
    }

    /** Whether somebody who is no state was named. */
    public boolean isExcluded() {
        return outsider != null;
    }

    /** Whether a group of states was named. */
    public boolean isGroup() {
        return bloc != null;
    }

    /** Whether a country was named. */
    public boolean isOwned() {
        return !owners.isEmpty();
    }

    /** Whether an office or organ was named. */
    public boolean isOffice() {
        return office != null;
    }

    /** Whether it is an office of a kind. */
    public boolean isOffice(String id) {
        return id.equals(office);
    }

    /** Whether it is an office that says nothing without whose it is, and that is not told yet. */
    public boolean awaitsOwner() {
        String head = organ ? lastOrgan : office;
        return head != null && owners.isEmpty() && person == null && RELATIVE.contains(head);
    }

    /** Whether it names somebody who is no state. */
    public boolean isOutsider() {
        return outsider != null;
    }

    /** Whether an organ was named. */
    public boolean isOrgan() {
        return organ;
    }

    /** Whether it is an office or organ that a state sends to another. */
    public boolean isPosted() {
        return office != null && POSTED.contains(office);
    }

    /** Whether a person or a name was given. */
    public boolean isNamed() {
        return person != null || nameFrom >= 0;
    }

    /** Whether it is a document. */
    public boolean isDocument() {
        return document;
    }

    /** Whether nothing was taken in. */
    public boolean isEmpty() {
        return owners.isEmpty()
                && office == null
                && !document
                && person == null
                && bloc == null
                && outsider == null
                && nameFrom < 0;
    }

    /** Who the phrase names, if anybody. */
    public Optional<Actor> actor(Units units, int from, int to) {
        ActorType type = type();
        if (type == null) {
            return Optional.empty();
        }
        Actor.Builder builder = new Actor.Builder(type, from, to).office(officeOrDocument());
        if (type == ActorType.OUTSIDER) {
            builder.group(Optional.of(former ? "former" : outsider == null ? "people" : outsider));
        } else if (type == ActorType.BLOC) {
            builder.group(Optional.of(bloc.id()));
        } else {
            builder.states(owners);
        }
        if (type == ActorType.BARE) {
            builder.scope(countries(units, from, to));
        }
        return Optional.of(builder.person(Optional.ofNullable(person).map(PersonSense::person))
                .name(nameText(units))
                .build());
    }

    private static List<String> countries(Units units, int from, int to) {
        return IntStream.range(from, to)
                .filter(unit -> units.is(unit, Kind.COUNTRY))
                .mapToObj(unit -> units.sense(unit, CountrySense.class).code())
                .toList();
    }

    private Optional<String> officeOrDocument() {
        return document && office == null ? Optional.of(Actor.DOCUMENT) : Optional.ofNullable(office);
    }

    /** Null where it names nobody. */
    private ActorType type() {
        if (former || outsider != null) {
            return ActorType.OUTSIDER;
        }
        if (person != null) {
            return ActorType.OFFICIAL;
        }
        if (bloc != null && owners.isEmpty()) {
            return ActorType.BLOC;
        }
        if (office != null || document) {
            return owners.isEmpty() ? ActorType.BARE : ActorType.OFFICIAL;
        }
        if (!owners.isEmpty() && nameFrom < 0) {
            return state();
        }
        return nameFrom < 0 ? null : ActorType.NAME;
    }

    /** A place does not speak, its people are no state. */
    private ActorType state() {
        return switch (reference) {
            case PLACE -> null;
            case PEOPLE -> ActorType.OUTSIDER;
            default -> ActorType.STATE;
        };
    }

    private Optional<String> nameText(Units units) {
        if (person != null) {
            return Optional.of(person.person().name());
        }
        return nameFrom < 0
                ? Optional.empty()
                : Optional.of(units.text().originalSlice(units.start(nameFrom), units.end(nameTo - 1)));
    }
}
