package communique.analysis.russian;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.Optional;

/** Reads the words that stand for those named before. */
final class Pronouns {
    private Pronouns() {}

    /** What a unit stands for, if it is such a word. */
    static Optional<Actor> read(Units units, int unit) {
        if (units.is(unit, WordClass.PAIR)) {
            return Optional.of(collective(unit, Actor.BOTH));
        }
        boolean owned = units.is(unit, Kind.OFFICE) && units.is(unit + 1, Kind.COUNTRY);
        if (units.is(unit, WordClass.COLLECTIVE) && !owned) {
            return Optional.of(collective(unit, units.normal(unit)));
        }
        if (units.is(unit, WordClass.HE) || units.is(unit, WordClass.QUOTED)) {
            return Optional.of(new Actor.Builder(ActorType.PRONOUN, unit, unit + 1).build());
        }
        return units.is(unit, WordClass.THEY)
                ? Optional.of(new Actor.Builder(ActorType.PRONOUN_MANY, unit, unit + 1).build())
                : Optional.empty();
    }

    private static Actor collective(int unit, String name) {
        return new Actor.Builder(ActorType.COLLECTIVE, unit, unit + 1)
                .name(Optional.of(name))
                .build();
    }
}
