package communique.analysis.statement;

import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.speaker.Speaker;
import communique.analysis.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Sentences that tell themselves who speaks, and those beside them that the same words cover. */
final class AttributedSpeech {
    private static final int LONGEST_QUOTATION = 40;

    /** So many sentences later the same speaker still goes on with the same matter. */
    private static final int LONGEST_GAP = 2;

    private final Article article;
    private final AboutJudge judge;
    private final Findings findings;

    AttributedSpeech(Article article, AboutJudge judge, Findings findings) {
        this.article = article;
        this.judge = judge;
        this.findings = findings;
    }

    /**
     * Each voice of a sentence makes a statement of its own: "Russia said ..., while China said ..." is two, "Russia
     * and China said ..." one.
     *
     * @param attributions by whom they mean
     * @param before the speech that went on until here; null for none
     * @return the speech that may go on from here; null for none
     */
    OngoingSpeech read(int index, List<Attribution> attributions, OngoingSpeech before) {
        Map<List<String>, List<Attribution>> voices = voices(attributions);
        if (voices.isEmpty()) {
            if (isOnlyTopic(attributions)) {
                toldTopic(index, before);
            }
            return null;
        }
        List<Attribution> all = new ArrayList<>(attributions.size());
        voices.values().forEach(all::addAll);
        OngoingSpeech run = null;
        for (List<Attribution> voice : voices.values()) {
            run = speak(index, voice, all, before);
        }
        // What only tells that there were talks or exchanges has no words that could go on.
        return isOnlyTopic(all) && !findings.isStated(index) ? null : run;
    }

    /** Those who speak for the same states, in the order of the first of each; others are refused. */
    private Map<List<String>, List<Attribution>> voices(List<Attribution> attributions) {
        Map<List<String>, List<Attribution>> voices = new LinkedHashMap<>();
        for (Attribution attribution : attributions) {
            Actor actor = attribution.speaker();
            if (actor.type() == ActorType.OUTSIDER || !actor.isResolved()) {
                findings.refuse(actor);
            } else {
                voices.computeIfAbsent(actor.states(), states -> new ArrayList<>(1))
                        .add(attribution);
            }
        }
        return voices;
    }

    private OngoingSpeech speak(int index, List<Attribution> voice, List<Attribution> all, OngoingSpeech before) {
        Sentence sentence = article.sentence(index);
        List<String> states = voice.get(0).speaker().states();
        List<Speaker> speakers = speakers(voice.get(0).speaker());
        boolean goesOn = before != null && index - before.last() <= LONGEST_GAP && states.equals(before.states());
        List<String> matter = goesOn ? judge.matter(before, article, index) : List.of();
        List<String> about = judge.about(sentence, all, states, matter);
        if (isOnlyTopic(all)) {
            toldTopic(index, before);
        } else {
            findings.add(index, speakers, voice.get(0).act(), about, rules(voice), cue(sentence, voice.get(0)));
            sayBeside(index, speakers, about);
        }
        boolean turn = !sentence.heading() && isAfterColon(voice);
        boolean item = article.flow(index) == Flow.POINT && (!goesOn || before.item());
        return new OngoingSpeech(speakers, about, index, turn, item);
    }

    private void sayBeside(int index, List<Speaker> speakers, List<String> about) {
        Sentence sentence = article.sentence(index);
        if (article.grammar().pointsBack(article.units(), sentence)) {
            saidBefore(index - 1, speakers);
        }
        if (sentence.beginsQuoted()) {
            quotedBefore(index, speakers, about);
        }
    }

    /** "... This was said by": the claim stands before its source. */
    private void saidBefore(int index, List<Speaker> speakers) {
        if (index >= 0 && !findings.isStated(index)) {
            List<String> about = judge.about(article.sentence(index), List.of(), Speaker.states(speakers), List.of());
            findings.add(index, speakers, about, CommonRule.SAID_BEFORE);
        }
    }

    /** Sentences of one quotation whose speaker is named only at its end. */
    private void quotedBefore(int index, List<Speaker> speakers, List<String> about) {
        int first = Math.max(0, index - LONGEST_QUOTATION);
        for (int i = index - 1; i >= first && article.sentence(i).endsQuoted() && !findings.isStated(i); i--) {
            List<String> theirs = judge.about(article.sentence(i), List.of(), Speaker.states(speakers), about);
            findings.add(i, speakers, theirs, CommonRule.QUOTED_BEFORE);
        }
    }

    /**
     * "The ministers also discussed ...", where the sentence before had a state tell of the talk: that state goes on
     * telling.
     */
    private void toldTopic(int index, OngoingSpeech before) {
        if (before != null && before.last() == index - 1 && findings.isStated(index - 1)) {
            List<String> about = judge.about(article.sentence(index), List.of(), before.states(), before.about());
            findings.add(index, before.speakers(), about, CommonRule.TOLD_TOPIC);
        }
    }

    /** The person and office that speak for a state; for several states together no one of them does. */
    private static List<Speaker> speakers(Actor actor) {
        if (actor.states().size() > 1) {
            return Speaker.of(actor.states());
        }
        Optional<String> office = actor.office().filter(name -> !name.equals(Actor.DOCUMENT));
        return List.of(new Speaker(actor.states().get(0), actor.name(), office));
    }

    private static OptionalInt cue(Sentence sentence, Attribution attribution) {
        int cue = attribution.cue();
        return cue >= sentence.from() && cue < sentence.to() ? OptionalInt.of(cue) : OptionalInt.empty();
    }

    private static List<Rule> rules(List<Attribution> voice) {
        return voice.size() == 1
                ? List.of(voice.get(0).rule())
                : voice.stream().<Rule>map(Attribution::rule).distinct().toList();
    }

    private boolean isAfterColon(List<Attribution> voice) {
        for (Attribution attribution : voice) {
            if (article.units().isMark(attribution.cue(), ':')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOnlyTopic(List<Attribution> attributions) {
        for (Attribution attribution : attributions) {
            if (!attribution.topicOnly()) {
                return false;
            }
        }
        return true;
    }
}
