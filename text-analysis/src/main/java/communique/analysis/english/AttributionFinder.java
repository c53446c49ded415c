package communique.analysis.english;

import communique.analysis.lexicon.Kind;
import communique.analysis.speaker.Actor;
import communique.analysis.statement.Attribution;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import communique.analysis.text.WordClass;
import java.util.ArrayList;
import java.util.List;

/** Finds who speaks in one English sentence. */
final class AttributionFinder {
    private final Units units;
    private final Sentence sentence;
    private final List<Attribution> found = new ArrayList<>();
    private final VerbReader verbs;
    private final SourceCues cues;
    private final HeadlineReader headline;
    private final SpeechNounReader nouns;

    private AttributionFinder(Units units, Sentence sentence, Mentions mentions) {
        this.units = units;
        this.sentence = sentence;
        SubjectFinder subjects = new SubjectFinder(units, sentence, mentions, found);
        this.verbs = new VerbReader(units, sentence, mentions, subjects, found);
        this.cues = new SourceCues(units, sentence, mentions, subjects, found);
        this.headline = new HeadlineReader(units, sentence, mentions, found);
        this.nouns = new SpeechNounReader(units, sentence, mentions, found);
    }

    /** The attributions that govern a sentence; none in one that mentions nobody. */
    static List<Attribution> find(Units units, Sentence sentence, List<Actor> mentions) {
        if (mentions.isEmpty()) {
            return List.of();
        }
        return new AttributionFinder(units, sentence, new Mentions(units, sentence, mentions)).find();
    }

    private List<Attribution> find() {
        for (int unit = sentence.from(); unit < sentence.to(); unit++) {
            if (units.is(unit, WordClass.ACCORDING)) {
                cues.according(unit);
            } else if (units.is(unit, WordClass.QUOTED)) {
                cues.quoted(unit);
            } else if (units.is(unit, Kind.VERB)) {
                verbs.read(unit);
            } else if (units.is(unit, WordClass.READY)) {
                cues.attitude(unit);
            }
        }
        headline.read();
        if (found.isEmpty()) {
            nouns.read();
        }
        return Governing.of(units, sentence, found);
    }
}
