package communique.analysis.statement;

import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.speaker.Speaker;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** The statements found in an article so far, and the would-be speakers that were turned down. */
final class Findings {
    /** The longest transcripts have some hundreds; of more, the record of the article would outgrow the article. */
    private static final int MOST = 2000;

    private final List<StatementFinder.Found> statements = new ArrayList<>();
    private final BitSet stated = new BitSet();
    private final List<Refusal> refusals = new ArrayList<>();

    /**
     * Takes a sentence for a statement, as sure as the surest of its rules; what is about nothing is none. Only the
     * first 2,000 are kept.
     */
    void add(
            int index,
            List<Speaker> speakers,
            SpeechAct act,
            List<String> about,
            List<? extends Rule> rules,
            OptionalInt cue) {
        if (about.isEmpty() || statements.size() == MOST) {
            return;
        }
        double confidence = 0;
        List<String> ids = new ArrayList<>(rules.size());
        for (Rule rule : rules) {
            confidence = Math.max(confidence, rule.confidence());
            ids.add(rule.id());
        }
        statements.add(new StatementFinder.Found(index, speakers, act, about, confidence, ids, cue));
        stated.set(index);
    }

    /** As above for what is simply said. */
    void add(int index, List<Speaker> speakers, List<String> about, CommonRule rule) {
        add(index, speakers, SpeechAct.SAY, about, List.of(rule), OptionalInt.empty());
    }

    void refuse(Actor actor) {
        String rule =
                actor.type() == ActorType.OUTSIDER ? "outsider-" + actor.group().orElse("unknown") : "unresolved";
        refusals.add(new Refusal(actor.from(), actor.to(), "", rule));
    }

    /** Whether a sentence is a statement, as far as known. */
    boolean isStated(int index) {
        return stated.get(index);
    }

    boolean isEmpty() {
        return statements.isEmpty() && refusals.isEmpty();
    }

    List<StatementFinder.Found> inOrder() {
        statements.sort(Comparator.comparing(StatementFinder.Found::index));
        return statements;
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
