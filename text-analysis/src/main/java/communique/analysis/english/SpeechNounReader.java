package communique.analysis.english;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.SpeechAct;
import communique.analysis.statement.SpeechNounSense;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.List;
import java.util.Set;

/** Finds who speaks by nouns of speech: "a statement by", "accusations from", "the ministry's remarks". */
final class SpeechNounReader {
    private static final Set<String> SIGNED = Set.of("signed", "inked", "initialed", "initialled");

    private final Units units;
    private final Sentence sentence;
    private final Mentions mentions;
    private final List<Attribution> found;

    SpeechNounReader(Units units, Sentence sentence, Mentions mentions, List<Attribution> found) {
        this.units = units;
        this.sentence = sentence;
        this.mentions = mentions;
        this.found = found;
    }

    /** Adds the authors of what the nouns of speech name. */
    void read() {
        boolean negated = isSigned();
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            negated |= units.is(unit, WordClass.NEGATION);
            if (units.is(unit, Kind.SPEECH_NOUN) && !negated) {
                read(unit, units.sense(unit, SpeechNounSense.class));
            }
        }
    }

    private void read(int unit, SpeechNounSense noun) {
        boolean linked = units.reads(unit + 1, "by") || units.reads(unit + 1, "from") || units.reads(unit + 1, "of");
        Actor author = linked ? mentions.companyAt(unit + 2) : genitiveBefore(unit);
        if (noun.act() == SpeechAct.AGREE && (author == null || !author.isResolved())) {
            author = jointAuthor();
        }
        if (author != null) {
            found.add(new Attribution(author, noun.act(), EnglishRule.NOUN, unit, false));
        }
    }

    /** A treaty that is signed is a deed. */
    private boolean isSigned() {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (SIGNED.contains(units.normal(unit))) {
                return true;
            }
        }
        return false;
    }

    /**
     * A joint statement without an author beside it: the group or the largest company of states that the sentence
     * names.
     */
    private Actor jointAuthor() {
        Actor largest = null;
        for (Actor mention : mentions.all()) {
            int most = largest == null ? 1 : largest.states().size();
            largest = mention.states().size() > most ? mention : largest;
        }
        return largest;
    }

    private Actor genitiveBefore(int unit) {
        Actor containing = mentions.endingAt(unit + 1);
        if (containing != null && containing.from() < unit) {
            return containing;
        }
        return units.isPossessive(unit - 1) ? mentions.endingAt(unit - 1) : null;
    }
}
