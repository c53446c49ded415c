package communique.analysis.urdu;

import communique.analysis.lexicon.Kind;
import communique.analysis.phrase.StateRows;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives offices after a linker to the noun before it: "(the prime minister)'s adviser", "(a club)'s president". */
final class Owners {
    private final Units units;
    private final List<Actor> settled = new ArrayList<>();

    private Owners(Units units) {
        this.units = units;
    }

    static List<Actor> settle(Units units, List<Actor> mentions) {
        Owners owners = new Owners(units);
        List<Actor> phrases = mentions.stream().map(owners::withoutLinker).toList();
        StateRows.join(units, phrases).forEach(owners::take);
        return owners.settled;
    }

    private void take(Actor mention) {
        Actor before = settled.isEmpty() ? null : settled.get(settled.size() - 1);
        if (mention.type() != ActorType.BARE) {
            settled.add(mention);
        } else if (isInCountry(before, mention)) {
            settled.add(mention.of(before.states()));
        } else if (!units.is(mention.from() - 1, WordClass.LINKER)) {
            settled.add(mention);
        } else if (before == null || before.to() != mention.from() - 1) {
            settled.add(units.isPlainWord(mention.from() - 2) ? outsider(mention, "people") : mention);
        } else {
            owned(before, mention);
        }
    }

    /** The linker before a phrase belongs to its owner. */
    private Actor withoutLinker(Actor mention) {
        if (!units.is(mention.from(), WordClass.LINKER)) {
            return mention;
        }
        return new Actor.Builder(mention.type(), mention.from() + 1, mention.to())
                .states(mention.states())
                .person(mention.person())
                .name(mention.name())
                .office(mention.office())
                .group(mention.group())
                .build();
    }

    private void owned(Actor owner, Actor mention) {
        switch (owner.type()) {
            case COLLECTIVE -> settled.set(settled.size() - 1, longer(owner, mention));
            case OUTSIDER -> settled.add(outsider(mention, owner.group().orElse("people")));
            case STATE, OFFICIAL -> settled.add(owner.isResolved() ? mention.of(owner.states()) : mention);
            default -> settled.add(mention);
        }
    }

    /** "Officials in Pakistan" are its own. */
    private boolean isInCountry(Actor place, Actor mention) {
        return place != null
                && place.type() == ActorType.STATE
                && place.to() == mention.from() - 1
                && units.is(place.to(), WordClass.POSTPOSITION)
                && units.is(place.from(), Kind.COUNTRY)
                && mention.office().filter("official"::equals).isPresent();
    }

    private static Actor longer(Actor group, Actor office) {
        return new Actor.Builder(ActorType.COLLECTIVE, group.from(), office.to())
                .name(group.name())
                .build();
    }

    private static Actor outsider(Actor mention, String group) {
        return new Actor.Builder(ActorType.OUTSIDER, mention.from(), mention.to())
                .name(mention.name())
                .group(Optional.of(group))
                .build();
    }
}
