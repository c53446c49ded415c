package communique.analysis.russian;

import communique.analysis.lexicon.FormSense.Case;
import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.List;
import java.util.Optional;

/**
 * Finds whose words a passive verb tells: "в заявлении говорится", "отмечается в сообщении МИД", "отмечено Россией".
 */
final class PassiveReader {
    private final Units units;
    private final Agreement agreement;
    private final Sentence sentence;
    private final List<Actor> mentions;
    private final SubjectFinder subjects;

    PassiveReader(Units units, Sentence sentence, List<Actor> mentions, SubjectFinder subjects) {
        this.units = units;
        this.agreement = new Agreement(units);
        this.sentence = sentence;
        this.mentions = mentions;
        this.subjects = subjects;
    }

    /** The document or agent nearest to the verb; of a passive without either that opens its sentence, all who meet. */
    Actor author(int verb) {
        Actor nearest = null;
        for (Actor mention : mentions) {
            boolean nearer = nearest == null || distance(mention, verb) < distance(nearest, verb);
            if (nearer && isAuthor(mention, verb)) {
                nearest = mention;
            }
        }
        return nearest == null && verb == sentence.from() ? those(verb) : nearest;
    }

    private static int distance(Actor mention, int unit) {
        return mention.from() > unit ? mention.from() - unit : unit - mention.to();
    }

    private boolean isAuthor(Actor mention, int verb) {
        boolean agent = mention.from() == verb + 1
                && !subjects.isSubject(mention)
                && agreement.canBe(mention, Case.INSTRUMENTAL)
                && !subjects.isGoverned(mention);
        boolean side = units.reads(mention.from() - 1, "с") && isBody(mention);
        return agent || side || ((isDocument(mention) || isBody(mention)) && subjects.isIn(mention));
    }

    private boolean isDocument(Actor mention) {
        return mention.office().filter(Actor.DOCUMENT::equals).isPresent()
                || units.is(mention.from(), Kind.SPEECH_NOUN)
                || units.is(mention.from() + 1, Kind.SPEECH_NOUN);
    }

    private static boolean isBody(Actor mention) {
        return mention.name().isEmpty() && (mention.type() == ActorType.OFFICIAL || mention.type() == ActorType.BARE);
    }

    private static Actor those(int unit) {
        return new Actor.Builder(ActorType.COLLECTIVE, unit, unit + 1)
                .name(Optional.of("all"))
                .build();
    }
}
