package communique.analysis.statement;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.speaker.Outlet;
import communique.analysis.speaker.Speaker;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.List;
import java.util.Optional;

/** Whose words a whole text is: a document in the first person, an interview, a post. */
final class Authorship {
    /** Who is interviewed stands in the headline or in the first sentence after it. */
    private static final int HEAD = 2;

    private final Grammar grammar;
    private final Units units;
    private final List<Sentence> sentences;
    private final Memory memory;

    Authorship(Grammar grammar, Units units, List<Sentence> sentences, Memory memory) {
        this.grammar = grammar;
        this.units = units;
        this.sentences = sentences;
        this.memory = memory;
    }

    /** The author of a document: named in its headline with a noun of speech and no verb, else the outlet itself. */
    Optional<Speaker> ofDocument(Outlet outlet) {
        if (sentences.isEmpty() || sentences.stream().noneMatch(this::isFirstPerson)) {
            return Optional.empty();
        }
        Optional<Speaker> titled = sentences.get(0).heading() ? titled(sentences.get(0)) : Optional.empty();
        return titled.or(() -> outlet.country()
                .filter(country -> outlet.official())
                .map(country -> new Speaker(country, Optional.empty(), Optional.empty())));
    }

    /** "We", or a salutation: "Mr. President,". */
    private boolean isFirstPerson(Sentence sentence) {
        boolean salutation = sentence.heading() && units.isMark(sentence.to() - 1, ',');
        boolean quoted = sentence.beginsQuoted() || sentence.endsQuoted();
        return salutation || (!quoted && grammar.flow(units, sentence) == Flow.OWN);
    }

    /** A headline of several items names the author of none. */
    private Optional<Speaker> titled(Sentence heading) {
        for (int unit = heading.from(); unit < heading.to(); unit++) {
            if (units.isMark(unit, '/')) {
                return Optional.empty();
            }
        }
        List<Attribution> attributions =
                grammar.attributions(units, heading, memory.resolve(grammar.mentions(units, heading)));
        boolean onlyNouns = attributions.stream().allMatch(a -> units.is(a.cue(), Kind.SPEECH_NOUN));
        return onlyNouns && !attributions.isEmpty()
                ? speaker(attributions.get(0).speaker())
                : Optional.empty();
    }

    /** Who answers the questions of an interview: the first of a state's officials named at its head. */
    Optional<Speaker> ofAnswers() {
        return sentences.stream()
                .limit(HEAD)
                .flatMap(sentence -> memory.resolve(grammar.mentions(units, sentence)).stream())
                .filter(mention -> mention.type() == ActorType.OFFICIAL)
                .findFirst()
                .flatMap(Authorship::speaker);
    }

    private static Optional<Speaker> speaker(Actor actor) {
        return actor.states().size() == 1
                ? Optional.of(new Speaker(
                        actor.states().get(0), actor.name(), actor.office().filter(id -> !id.equals(Actor.DOCUMENT))))
                : Optional.empty();
    }
}
