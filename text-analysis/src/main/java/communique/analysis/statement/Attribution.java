package communique.analysis.statement;

import communique.analysis.speaker.Actor;

/**
 * What a sentence itself tells about who speaks in it.
 *
 * @param speaker who speaks, as mentioned
 * @param act what is done by speaking
 * @param rule the rule that found it
 * @param cue the unit that tells of speaking: a verb, a dash, "according to"
 * @param topicOnly whether only the topic of a talk is told
 */
public record Attribution(Actor speaker, SpeechAct act, Rule rule, int cue, boolean topicOnly) {
    /** The same by a speaker that is better known. */
    Attribution by(Actor known) {
        return new Attribution(known, act, rule, cue, topicOnly);
    }
}
