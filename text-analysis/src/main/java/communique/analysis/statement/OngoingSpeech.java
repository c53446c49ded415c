package communique.analysis.statement;

import communique.analysis.speaker.Speaker;
import java.util.List;

/**
 * Speech that goes on.
 *
 * @param speakers who speaks
 * @param about about what until now
 * @param last number of the sentence it was last heard in
 * @param turn whether it fills its paragraph, whatever its tense, as a turn of an interview does
 * @param item whether it began in a numbered point, so that the next point is another matter
 */
record OngoingSpeech(List<Speaker> speakers, List<String> about, int last, boolean turn, boolean item) {
    OngoingSpeech(List<Speaker> speakers, List<String> about, int last) {
        this(speakers, about, last, false, false);
    }

    /** The same speech, heard again in a later sentence. */
    OngoingSpeech on(int sentence, List<String> matter) {
        return new OngoingSpeech(speakers, matter, sentence, turn, item);
    }

    List<String> states() {
        return Speaker.states(speakers);
    }
}
