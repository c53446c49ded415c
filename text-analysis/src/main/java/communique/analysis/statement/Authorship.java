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

    private final Article article;
    private final Memory memory;

    Authorship(Article article, Memory memory) {
        this.article = article;
        this.memory = memory;
    }

    /** The author of a document: named in its headline with a noun of speech and no verb, else the outlet itself. */
    Optional<Speaker> ofDocument(Outlet outlet) {
        if (!hasFirstPerson()) {
            return Optional.empty();
        }
        Optional<Speaker> titled = article.sentence(0).heading() ? titled() : Optional.empty();
        return titled.or(() -> outlet.country()
                .filter(country -> outlet.official())
                .map(country -> new Speaker(country, Optional.empty(), Optional.empty())));
    }

    private boolean hasFirstPerson() {
        for (int i = 0; i < article.size(); i++) {
            if (isFirstPerson(i)) {
                return true;
            }
        }
        return false;
    }

    /** "We", or a salutation: "Mr. President,". */
    private boolean isFirstPerson(int index) {
        Sentence sentence = article.sentence(index);
        boolean salutation = sentence.heading() && article.units().isMark(sentence.to() - 1, ',');
        boolean quoted = sentence.beginsQuoted() || sentence.endsQuoted();
        return salutation || (!quoted && article.flow(index) == Flow.OWN);
    }

    /** A headline of several items names the author of none. */
    private Optional<Speaker> titled() {
        Units units = article.units();
        Sentence heading = article.sentence(0);
        for (int unit = heading.from(); unit < heading.to(); unit++) {
            if (units.isMark(unit, '/')) {
                return Optional.empty();
            }
        }
        List<Attribution> attributions = article.attributions(0, memory.resolve(article.mentions(0)));
        boolean onlyNouns = attributions.stream().allMatch(a -> units.is(a.cue(), Kind.SPEECH_NOUN));
        if (!onlyNouns || attributions.isEmpty()) {
            return Optional.empty();
        }
        Actor author = attributions.get(0).speaker();
        return isToldOf(author) ? Optional.empty() : speaker(author);
    }

    /** Whether the text tells what its supposed author said: then somebody else wrote it. */
    private boolean isToldOf(Actor author) {
        for (int i = 1; author.isPerson() && i < article.size(); i++) {
            for (Attribution attribution : article.attributions(i, memory.resolve(article.mentions(i)))) {
                Actor speaker = attribution.speaker();
                if (speaker.isPerson()
                        && speaker.type() != ActorType.PRONOUN
                        && speaker.name().equals(author.name())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Who answers the questions of an interview: the first of a state's officials named at its head. */
    Optional<Speaker> ofAnswers() {
        for (int i = 0; i < Math.min(HEAD, article.size()); i++) {
            for (Actor mention : memory.resolve(article.mentions(i))) {
                if (mention.type() == ActorType.OFFICIAL) {
                    return speaker(mention);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Speaker> speaker(Actor actor) {
        return actor.states().size() == 1
                ? Optional.of(new Speaker(
                        actor.states().get(0), actor.name(), actor.office().filter(id -> !id.equals(Actor.DOCUMENT))))
                : Optional.empty();
    }
}
