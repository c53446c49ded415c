package communique.analysis.speaker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Somebody named in a sentence who may speak or act. Built once, read by everybody after. */
public final class Actor {
    /** The office of a document that speaks for whoever issued it. */
    public static final String DOCUMENT = "document";

    /** The name of a collective of two. */
    public static final String BOTH = "both";

    private final ActorType type;
    private final int from;
    private final int to;
    private final List<String> states;
    private final Optional<Person> person;
    private final Optional<String> name;
    private final Optional<String> office;
    private final Optional<String> group;
    private final List<String> scope;

    private Actor(Builder builder) {
        type = builder.type;
        from = builder.from;
        to = builder.to;
        states = List.copyOf(builder.states);
        person = builder.person;
        name = builder.name;
        office = builder.office;
        group = builder.group;
        scope = List.copyOf(builder.scope);
    }

    /** What kind of mention it is. */
    public ActorType type() {
        return type;
    }

    /** First unit. */
    public int from() {
        return from;
    }

    /** Unit after the last. */
    public int to() {
        return to;
    }

    /** The states it speaks for, where the mention itself tells. */
    public List<String> states() {
        return states;
    }

    /** The person, where known. */
    public Optional<Person> person() {
        return person;
    }

    /** The name as written, in normal form, where a name stands there. */
    public Optional<String> name() {
        return name;
    }

    /** The office or organ, where one is named. */
    public Optional<String> office() {
        return office;
    }

    /** For an outsider which group; for a group of states its id. */
    public Optional<String> group() {
        return group;
    }

    /** Countries that an office without an owner is sent to or deals with: it is none of theirs. */
    public List<String> scope() {
        return scope;
    }

    /** Whether it is a person or stands for one, so that "he" can mean it. */
    public boolean isPerson() {
        boolean named = name.isPresent() && type != ActorType.COLLECTIVE;
        return person.isPresent() || named || type == ActorType.PRONOUN;
    }

    /** Whether it names an office or organ. */
    public boolean isOffice() {
        return office.isPresent() && !office.get().equals(DOCUMENT);
    }

    /** Whether the mention itself tells which states speak. */
    public boolean isResolved() {
        return !states.isEmpty();
    }

    /** A copy that stands for the states, person and office of another mention. */
    public Actor as(Actor meant) {
        return new Builder(meant.type, from, to)
                .states(meant.states)
                .person(meant.person)
                .name(meant.name.or(() -> name))
                .office(meant.office.or(() -> office))
                .group(meant.group)
                .build();
    }

    /** A copy with a name. */
    public Actor named(String theirs) {
        return new Builder(type, from, to)
                .states(states)
                .person(person)
                .name(Optional.of(theirs))
                .office(office)
                .group(group)
                .build();
    }

    /** A copy that goes on to a later unit, over a clause that tells more of it. */
    public Actor upTo(int end) {
        return new Builder(type, from, end)
                .states(states)
                .person(person)
                .name(name)
                .office(office)
                .group(group)
                .build();
    }

    /** A copy that speaks for given states. */
    public Actor of(List<String> theirs) {
        return new Builder(ActorType.OFFICIAL, from, to)
                .states(theirs)
                .person(person)
                .name(name)
                .office(office)
                .group(group)
                .build();
    }

    /** Two mentions side by side as one that speaks for the states of both. */
    public Actor with(Actor other) {
        Set<String> all = new LinkedHashSet<>(states);
        all.addAll(other.states);
        return new Builder(
                        type == ActorType.OUTSIDER ? other.type : type,
                        Math.min(from, other.from),
                        Math.max(to, other.to))
                .states(new ArrayList<>(all))
                .build();
    }

    @Override
    public String toString() {
        return type
                + states.toString()
                + name.orElse("")
                + office.map(o -> "/" + o).orElse("")
                + group.map(g -> "(" + g + ")").orElse("");
    }

    /** Puts a mention together. */
    public static final class Builder {
        private final ActorType type;
        private final int from;
        private final int to;
        private List<String> states = List.of();
        private Optional<Person> person = Optional.empty();
        private Optional<String> name = Optional.empty();
        private Optional<String> office = Optional.empty();
        private Optional<String> group = Optional.empty();
        private List<String> scope = List.of();

        /** Of a type, over a range of units. */
        public Builder(ActorType type, int from, int to) {
            this.type = type;
            this.from = from;
            this.to = to;
        }

        /** The states it speaks for. */
        public Builder states(List<String> value) {
            states = value;
            return this;
        }

        /** The person. */
        public Builder person(Optional<Person> value) {
            person = value;
            return this;
        }

        /** The name as written. */
        public Builder name(Optional<String> value) {
            name = value;
            return this;
        }

        /** The office or organ. */
        public Builder office(Optional<String> value) {
            office = value;
            return this;
        }

        /** The group. */
        public Builder group(Optional<String> value) {
            group = value;
            return this;
        }

        /** The countries it is sent to or deals with. */
        public Builder scope(List<String> value) {
            scope = value;
            return this;
        }

        /** The mention. */
        public Actor build() {
            return new Actor(this);
        }
    }
}
