package communique.analysis.statement;

import communique.analysis.country.CountrySense;
import communique.analysis.country.CountrySense.Reference;
import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.text.Dateline;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells whom an attribution means, by what the article told before and, for its headline, tells after. */
final class SpeakerResolver {
    private static final int LEAD = 4;

    /** Offices that every place has. */
    private static final Set<String> LOCAL = Set.of("official", "police");

    private static final Set<Reference> PLACES = Set.of(Reference.CAPITAL, Reference.PLACE);

    /** Words between "in" and a place, and one more. */
    private static final int WORDS = 5;

    private final Article article;
    private final Memory memory;
    /** The state of the dateline. */
    private final Optional<String> seat;
    /** The one who spoke in the sentence before under an office alone: the next may introduce him by name. */
    private Actor presented;

    private int presentedIn;

    SpeakerResolver(Article article, Memory memory) {
        this.article = article;
        this.memory = memory;
        this.seat = seat(article.units(), article.sentences());
    }

    private static Optional<String> seat(Units units, List<Sentence> sentences) {
        for (Sentence sentence : sentences.subList(0, Math.min(LEAD, sentences.size()))) {
            int place = Dateline.place(units, sentence);
            if (place >= 0) {
                return Optional.of(units.sense(place, CountrySense.class).code());
            }
        }
        return Optional.empty();
    }

    /** The attributions of a sentence, each by whom it turns out to mean. */
    List<Attribution> resolve(int index, List<Attribution> attributions) {
        List<Attribution> resolved = new ArrayList<>(attributions.size());
        for (Attribution attribution : attributions) {
            Actor meant = meant(index, attribution.speaker());
            resolved.add(attribution.by(isIntroduced(index, meant) ? meant.as(presented) : meant));
        }
        presented = resolved.size() == 1 && isUnnamed(resolved.get(0).speaker())
                ? resolved.get(0).speaker()
                : null;
        presentedIn = index;
        return resolved;
    }

    /** "A senior officer blamed Kabul. Akram Rafiq said ...": a full name that nobody bore before. */
    private boolean isIntroduced(int index, Actor actor) {
        return presented != null
                && presentedIn == index - 1
                && !article.units().isMark(actor.to(), ',')
                && actor.type() == ActorType.NAME
                && actor.to() - actor.from() > 1;
    }

    /** One official of one state. */
    private boolean isUnnamed(Actor actor) {
        return actor.type() == ActorType.OFFICIAL
                && actor.isOffice()
                && actor.name().isEmpty()
                && actor.states().size() == 1
                && !isPlural(actor);
    }

    /** "Officials". */
    private boolean isPlural(Actor actor) {
        Units units = article.units();
        for (int unit = actor.from(); unit < actor.to(); unit++) {
            if (units.is(unit, Kind.OFFICE)) {
                return article.grammar().isPlural(units, unit);
            }
        }
        return true;
    }

    /**
     * What of them holds for later sentences: whom a headline means, and of whom "secretary" or "director" is said, is
     * judged anew at the next mention.
     */
    List<Attribution> lasting(int index, List<Attribution> attributions, List<Attribution> resolved) {
        if (article.sentence(index).heading()) {
            return attributions;
        }
        List<Attribution> lasting = new ArrayList<>(resolved);
        for (int i = 0; i < lasting.size(); i++) {
            if (isAnyOfficial(lasting.get(i).speaker())
                    && attributions.get(i).speaker().type() != ActorType.NAME) {
                lasting.set(i, attributions.get(i));
            }
        }
        return lasting;
    }

    private static boolean isAnyOfficial(Actor actor) {
        return actor.office().filter("official"::equals).isPresent();
    }

    /**
     * Whom a verb without a subject means; a bare office in a headline belongs to the state it has in the sentences
     * after it, or that the headline names before it; elsewhere to the state of the dateline.
     */
    private Actor meant(int index, Actor speaker) {
        Actor actor = speaker.isResolved() ? speaker : memory.resolve(speaker);
        if (actor.isResolved() || actor.type() != ActorType.BARE || !actor.isOffice()) {
            return actor;
        }
        return article.sentence(index).heading() ? ofHeading(index, actor) : ofSeat(index, actor);
    }

    private Actor ofSeat(int index, Actor actor) {
        return seat.filter(state -> !actor.scope().contains(state) && !(isLocal(actor) && isAbroad(index, state)))
                .map(state -> actor.of(List.of(state)))
                .orElse(actor);
    }

    private static boolean isLocal(Actor actor) {
        return actor.office().filter(LOCAL::contains).isPresent();
    }

    /**
     * "Ten people died in Herat, officials said" in news from elsewhere: what happens in a place its own people tell.
     */
    private boolean isAbroad(int index, String state) {
        Units units = article.units();
        Sentence sentence = article.sentence(index);
        boolean abroad = false;
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            CountrySense country = units.sense(unit, CountrySense.class);
            if (country != null && country.code().equals(state)) {
                return false;
            }
            abroad |= country != null && PLACES.contains(country.reference()) && isWhere(unit);
        }
        return abroad;
    }

    /** "In Herat", "in the western city of Herat". */
    private boolean isWhere(int place) {
        return IntStream.rangeClosed(1, WORDS).anyMatch(back -> article.units().reads(place - back, "in"));
    }

    private Actor ofHeading(int index, Actor actor) {
        for (int next = 1; next <= LEAD && next < article.size(); next++) {
            for (Actor mention : memory.resolve(article.mentions(next))) {
                if (mention.isResolved() && Memory.isSameOffice(mention, actor)) {
                    return actor.of(mention.states());
                }
            }
        }
        for (Actor mention : memory.resolve(article.mentions(index))) {
            if (mention.isResolved()
                    && mention.from() < actor.from()
                    && Collections.disjoint(mention.states(), actor.scope())) {
                return actor.of(mention.states());
            }
        }
        return actor;
    }
}
