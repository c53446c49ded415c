package communique.analysis;

import communique.analysis.speaker.Actor;
import communique.analysis.statement.Attribution;
import communique.analysis.statement.Grammar;
import communique.analysis.statement.SourcePhrase;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who speaks in one sentence, whoever it is. */
final class SentenceSources {
    private SentenceSources() {}

    /**
     * A source.
     *
     * @param from first unit
     * @param to unit after the last
     * @param states the states it speaks for
     */
    record Found(int from, int to, List<String> states) {}

    /** The sources in order; of two that share a cue, the phrase, with the states of the speaker. */
    static List<Found> of(Units units, Sentence sentence, Grammar grammar) {
        Map<Integer, Found> byCue = new TreeMap<>();
        for (Attribution attribution : grammar.attributions(units, sentence, grammar.mentions(units, sentence))) {
            Actor speaker = attribution.speaker();
            byCue.put(attribution.cue(), new Found(speaker.from(), speaker.to(), states(speaker)));
        }
        for (SourcePhrase phrase : grammar.sources(units, sentence)) {
            Found speaker = byCue.get(phrase.cue());
            byCue.put(
                    phrase.cue(),
                    new Found(phrase.from(), phrase.to(), speaker == null ? List.of() : speaker.states()));
        }
        List<Found> found = new ArrayList<>(byCue.values());
        found.sort(Comparator.comparingInt(Found::from));
        return found;
    }

    private static List<String> states(Actor speaker) {
        return speaker.person().isPresent() && !speaker.isResolved()
                ? List.of(speaker.person().get().latest().country())
                : speaker.states();
    }
}
