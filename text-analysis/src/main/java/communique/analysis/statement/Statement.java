package communique.analysis.statement;

import communique.analysis.speaker.Speaker;
import java.util.List;
import java.util.Optional;

/**
 * One sentence in which one or more states say something about countries.
 *
 * @param speakers who speaks, each state once
 * @param act what is done by speaking
 * @param about the countries spoken about, ISO 3166-1 alpha-2
 * @param topics codes of the topics spoken about
 * @param text the sentence as published
 * @param start offset of its first code point in the document's text
 * @param end offset after its last code point
 * @param confidence how sure the engine is, 0 to 1
 * @param rules ids of the rules that found it
 * @param cue what in the sentence tells of speaking, as published; empty where it has nothing of its own
 */
public record Statement(
        List<Speaker> speakers,
        SpeechAct act,
        List<String> about,
        List<String> topics,
        String text,
        int start,
        int end,
        double confidence,
        List<String> rules,
        Optional<String> cue) {

    /** Codes of the speaking states, in order. */
    public List<String> states() {
        return speakers.stream().map(Speaker::country).toList();
    }
}
