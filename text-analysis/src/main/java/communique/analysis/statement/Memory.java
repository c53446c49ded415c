package communique.analysis.statement;

import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.speaker.Bloc;
import communique.analysis.speaker.Person;
import communique.analysis.speaker.Tenure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who was named so far in an article, so that a surname, a bare office, "he" or "both sides" can be told whose it is.
 */
final class Memory {
    /** Kinds of outsiders heard in passing: no later "he" or "the ministry" means them. */
    private static final Set<String> PASSING = Set.of("unknown", "local");

    /** Offices of which a state has one: a stranger who holds one is another state's. */
    private static final Set<String> HIGHEST = Set.of("head-of-state", "prime-minister");

    /** Other offices whose holders are known: as those above, under a name nobody knows they are another state's. */
    private static final Set<String> HIGH = Set.of("foreign-minister", "defence-minister", "army-chief");

    /** Organs: that one is named beside an official does not mean that the two meet. */
    private static final Set<String> BODIES = Set.of("government", "parliament", "army", "police", "state-department");

    private final Optional<LocalDate> day;
    private final Function<String, Optional<String>> home;
    private final Map<String, Actor> names = new HashMap<>();
    private final Map<String, Actor> offices = new HashMap<>();
    private final Map<String, Bloc> blocs;
    private Actor person;
    private Actor official;
    private Actor issuer;
    private Actor unnamed;
    private List<String> participants = List.of();
    private List<String> pair = List.of();

    /**
     * Nobody named yet.
     *
     * @param day the day of the article, as far as known
     * @param home the state whose office of a kind is meant where none is named
     * @param blocs groups of states by id
     */
    Memory(Optional<LocalDate> day, Function<String, Optional<String>> home, Map<String, Bloc> blocs) {
        this.day = day;
        this.home = home;
        this.blocs = blocs;
    }

    /** What the mentions of a sentence mean. */
    List<Actor> resolve(List<Actor> mentions) {
        if (mentions.isEmpty()) {
            return List.of();
        }
        List<Actor> resolved = new ArrayList<>(mentions.size());
        Actor group = null;
        for (Actor mention : mentions) {
            Actor meant = resolve(mention);
            resolved.add(meant);
            boolean gathers =
                    meant.type() == ActorType.OFFICIAL && meant.group().isPresent();
            group = group == null && gathers ? meant : group;
        }
        if (group != null) {
            // "the participants in the Moscow Format"
            List<String> members = group.states();
            resolved.replaceAll(m -> m.type() == ActorType.COLLECTIVE ? m.of(members) : m);
        }
        return resolved;
    }

    /** What a mention means, given what was said before; unresolved mentions come back as they are. */
    Actor resolve(Actor mention) {
        return switch (mention.type()) {
            case OFFICIAL -> official(mention);
            case NAME ->
                Optional.ofNullable(names.get(key(mention.name().orElse(""))))
                        .map(mention::as)
                        .orElse(mention);
            case BARE -> bare(mention);
            case PRONOUN -> person == null ? mention : mention.as(person);
            case PRONOUN_MANY -> many(mention);
            case COLLECTIVE -> collective(mention);
            case BLOC ->
                mention.group()
                        .map(blocs::get)
                        .map(bloc -> mention.of(bloc.on(day)))
                        .orElse(mention);
            case STATE, OUTSIDER -> mention;
        };
    }

    /** "They": unnamed officials or others who spoke last, else the states that meet. */
    private Actor many(Actor mention) {
        if (unnamed != null) {
            return mention.as(unnamed);
        }
        return participants.isEmpty() ? mention : mention.of(participants);
    }

    /** The states that meet, as far as the article has told. */
    List<String> participants() {
        return participants;
    }

    private Actor official(Actor mention) {
        if (mention.person().isEmpty()) {
            return mention;
        }
        Person known = mention.person().get();
        Optional<Tenure> tenure = tenure(known, mention);
        if (tenure.isEmpty()) {
            return mention.states().isEmpty()
                    ? new Actor.Builder(ActorType.OUTSIDER, mention.from(), mention.to())
                            .person(mention.person())
                            .name(mention.name())
                            .group(Optional.of("former"))
                            .build()
                    : mention;
        }
        boolean own = known.tenures().stream().anyMatch(held -> mention.states().contains(held.country()));
        return new Actor.Builder(ActorType.OFFICIAL, mention.from(), mention.to())
                .states(own ? mention.states() : List.of(tenure.get().country()))
                .person(mention.person())
                .name(mention.name())
                .office(mention.office().or(() -> Optional.of(tenure.get().office())))
                .build();
    }

    /** The office held on the day; where the day is unknown, or just outside a term, the nearest one. */
    private Optional<Tenure> tenure(Person known, Actor mention) {
        if (day.isEmpty()) {
            return mention.office()
                    .flatMap(office -> known.tenures().stream()
                            .filter(t -> t.office().equals(office))
                            .findFirst())
                    .or(() -> Optional.of(known.latest()));
        }
        return known.on(day.get())
                .or(() -> known.on(day.get().minusYears(1)))
                .or(() -> known.on(day.get().plusYears(1)));
    }

    private Actor bare(Actor mention) {
        String office = mention.office().orElse("");
        if (office.equals(Actor.DOCUMENT)) {
            return issuer == null ? mention : mention.as(issuer);
        }
        boolean general = office.equals("official") && person != null && person.isResolved();
        Actor same = general ? person : same(office);
        if (same != null && canBe(mention, same) && !isStranger(mention, same)) {
            return named(mention) ? mention.of(same.states()) : mention.as(same);
        }
        if (official == null
                || official.type() == ActorType.OUTSIDER
                || !canBe(mention, official)
                || (named(mention) && HIGHEST.contains(office))) {
            if (named(mention) && (HIGHEST.contains(office) || HIGH.contains(office))) {
                return mention;
            }
            return home.apply(office).map(state -> mention.of(List.of(state))).orElse(mention);
        }
        return mention.of(official.states());
    }

    /** Another president than the one known so far. */
    private static boolean isStranger(Actor mention, Actor known) {
        return HIGHEST.contains(mention.office().orElse(""))
                && named(mention)
                && named(known)
                && !key(mention.name().get()).equals(key(known.name().get()));
    }

    /** An "ambassador to Moscow" is not Russia's. */
    private static boolean canBe(Actor mention, Actor known) {
        return Collections.disjoint(mention.scope(), known.states());
    }

    /** Who held the office when it was last named; who spoke last comes first. "Official" may be anybody's. */
    private Actor same(String office) {
        boolean spokeLast = official != null
                && official.office()
                        .filter(held -> family(held).equals(family(office)))
                        .isPresent();
        if (spokeLast) {
            return official;
        }
        return office.equals("official") ? null : offices.get(family(office));
    }

    private static boolean named(Actor mention) {
        return mention.name().isPresent();
    }

    private Actor collective(Actor mention) {
        String words = mention.name().orElse("");
        boolean two =
                words.contains("two") || words.contains("both") || words.contains("pair") || words.contains("duo");
        if (unnamed != null && words.contains("officials") && !two) {
            return mention.as(unnamed);
        }
        List<String> meant = two && !pair.isEmpty() ? pair : participants;
        return meant.isEmpty() ? mention : mention.of(meant);
    }

    /**
     * Takes note of the mentions of a sentence, resolved, and of who spoke in it.
     *
     * @param quoted whether the sentence is part of a quotation: "he" after it means who is quoted, not who is named
     */
    void note(List<Actor> mentions, List<Attribution> attributions, boolean quoted) {
        for (Actor mention : mentions) {
            note(mention);
        }
        gather(mentions, attributions);
        for (Attribution attribution : attributions) {
            Actor speaker = attribution.speaker();
            meet(speaker.states());
            unnamed = isUnnamed(speaker) ? speaker : null;
            if (speaker.group().filter(PASSING::contains).isPresent()) {
                continue;
            }
            if (speaker.type() == ActorType.OFFICIAL) {
                speaker.name().ifPresent(name -> note(name, speaker));
                speaker.office().ifPresent(office -> offices.put(family(office), speaker));
            }
            if (speaker.isPerson() || (speaker.isOffice() && speaker.states().size() == 1)) {
                person = speaker;
            }
            official = speaker;
            issuer = speaker;
        }
        if (attributions.isEmpty() && !quoted) {
            for (Actor mention : mentions) {
                if (mention.isPerson() && mention.type() != ActorType.PRONOUN) {
                    person = mention;
                    break;
                }
            }
        }
    }

    /** Who meets in a sentence: the groups it names, else all whose officials it names. */
    private void gather(List<Actor> mentions, List<Attribution> attributions) {
        boolean groups = false;
        for (Actor mention : mentions) {
            groups |= mention.states().size() >= 2;
            meet(mention.states());
        }
        for (Attribution attribution : attributions) {
            groups |= attribution.speaker().states().size() >= 2;
            meet(attribution.speaker().states());
        }
        unnamed = groups ? null : unnamed;
        if (!groups && mentions.size() >= 2) {
            Set<String> officials = new LinkedHashSet<>();
            for (Actor mention : mentions) {
                if (mention.type() == ActorType.OFFICIAL && !isBody(mention)) {
                    officials.addAll(mention.states());
                }
            }
            meet(List.copyOf(officials));
        }
    }

    private static boolean isBody(Actor mention) {
        return mention.name().isEmpty()
                && mention.office().filter(BODIES::contains).isPresent();
    }

    private static boolean isUnnamed(Actor speaker) {
        boolean officials = speaker.office().filter("official"::equals).isPresent()
                && speaker.states().size() == 1;
        return speaker.name().isEmpty() && (officials || speaker.type() == ActorType.OUTSIDER);
    }

    /** States named together: the largest group so far are the participants, the last two are "both". */
    private void meet(List<String> states) {
        if (states.size() == 2) {
            pair = states;
        }
        if (states.size() >= 2 && states.size() >= participants.size()) {
            participants = states;
        }
    }

    private void note(Actor mention) {
        if (mention.type() == ActorType.PRONOUN
                || mention.type() == ActorType.NAME
                || (mention.states().isEmpty() && mention.type() != ActorType.OUTSIDER)) {
            return;
        }
        mention.name().filter(name -> mention.type() != ActorType.COLLECTIVE).ifPresent(name -> note(name, mention));
        mention.office().ifPresent(office -> offices.put(family(office), mention));
        if (mention.type() == ActorType.OFFICIAL) {
            official = mention;
        }
    }

    /** Under the surname, which in China is the first name written. */
    private void note(String name, Actor mention) {
        names.put(key(name), mention);
        int blank = name.indexOf(' ');
        if (blank > 0 && isChinese(mention)) {
            names.put(key(name.substring(0, blank)), mention);
        }
    }

    private static boolean isChinese(Actor mention) {
        return mention.states().equals(List.of("CN"))
                || mention.person()
                        .filter(p -> p.latest().country().equals("CN"))
                        .isPresent();
    }

    /** Whether two mentions name one office, as a text may call it. */
    static boolean isSameOffice(Actor a, Actor b) {
        return a.isOffice()
                && b.isOffice()
                && family(a.office().get()).equals(family(b.office().get()));
    }

    /** Offices that a text uses for each other after the first mention. */
    private static String family(String office) {
        return switch (office) {
            case "foreign-ministers", "deputy-foreign-minister", "minister" -> "foreign-minister";
            case "ministry" -> "foreign-ministry";
            case "permanent-representative", "envoy" -> "ambassador";
            default -> office;
        };
    }

    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.substring(lower.lastIndexOf(' ') + 1);
    }
}
