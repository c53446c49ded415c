package communique.analysis.statement;

import communique.analysis.lexicon.Inflection;
import communique.analysis.speaker.Actor;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.List;
import java.util.Optional;

/** What a language adds to the engine: how it names those who speak, and how it tells that they do. Stateless. */
public interface Grammar {
    /** BCP 47 code of the language. */
    String language();

    /** The forms of its words. */
    default Inflection inflection() {
        return Inflection.NONE;
    }

    /** Its rules of attribution. */
    List<? extends Rule> rules();

    /**
     * The state whose press writes most texts of this language: an office without a state is its own.
     *
     * @param office id of the office
     */
    default Optional<String> home(String office) {
        return Optional.empty();
    }

    /** Settles what terms of several meanings mean in a text, before anything is read in it. */
    default void settle(Units units) {
        // most languages have no such terms
    }

    /** Everybody named in a sentence, in order, without overlap. */
    List<Actor> mentions(Units units, Sentence sentence);

    /** Who speaks in a sentence, as far as the sentence itself tells; the first is the main one. */
    List<Attribution> attributions(Units units, Sentence sentence, List<Actor> mentions);

    /**
     * The phrases that name who speaks in a sentence, whoever it is; none where the language does not look for them.
     */
    default List<SourcePhrase> sources(Units units, Sentence sentence) {
        return List.of();
    }

    /** Whether a sentence only tells who said what stands in the one before. */
    default boolean pointsBack(Units units, Sentence sentence) {
        return false;
    }

    /** Whether the word for an office means several who hold it; false where the language does not tell. */
    default boolean isPlural(Units units, int office) {
        return false;
    }

    /** How a sentence sounds that names no speaker. */
    Flow flow(Units units, Sentence sentence);

    /** Whether a sentence announces joint points, such as "the consensus reached". */
    boolean announcesJointPoints(Units units, Sentence sentence);

    /** Whether a sentence announces or shows an event instead of saying something. */
    boolean announcesEvent(Units units, Sentence sentence);
}
