package communique.analysis.statement;

import communique.analysis.speaker.Actor;
import communique.analysis.speaker.Bloc;
import communique.analysis.speaker.Outlet;
import communique.analysis.speaker.Speaker;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Walks through an article sentence by sentence and keeps track of who is speaking about whom. */
public final class StatementFinder {
    private final Article article;
    private final Outlet outlet;
    private final Memory memory;
    private final Authorship authorship;
    private final SpeakerResolver resolver;
    private final AboutJudge judge;
    private final AttributedSpeech attributed;
    private final UnattributedSpeech unattributed;
    private final Findings findings = new Findings();
    private Optional<Speaker> author = Optional.empty();
    private OngoingSpeech run;
    private boolean joint;

    /**
     * A sentence found to be a statement.
     *
     * @param index number of the sentence
     * @param cue the unit that tells of speaking; empty where the sentence has none of its own
     */
    public record Found(
            int index,
            List<Speaker> speakers,
            SpeechAct act,
            List<String> about,
            double confidence,
            List<String> rules,
            OptionalInt cue) {}

    /** For one article. */
    public StatementFinder(
            Grammar grammar,
            Units units,
            List<Sentence> sentences,
            Optional<LocalDate> day,
            Outlet outlet,
            Map<String, Bloc> blocs) {
        this.article = new Article(grammar, units, sentences);
        this.outlet = outlet;
        this.memory = new Memory(day, office -> home(grammar, outlet, office), blocs);
        this.authorship = new Authorship(article, memory);
        this.resolver = new SpeakerResolver(article, memory);
        this.judge = new AboutJudge(units, Focus.of(units, sentences), Focus.passing(units, sentences));
        this.attributed = new AttributedSpeech(article, judge, findings);
        this.unattributed = new UnattributedSpeech(article, judge, findings, outlet.official());
    }

    /**
     * An organ of a state names its own offices; so does the press of a language's home, unless it is known for
     * another.
     */
    private static Optional<String> home(Grammar grammar, Outlet outlet, String office) {
        return outlet.official()
                ? outlet.country()
                : grammar.home(office).map(state -> outlet.country().orElse(state));
    }

    /** Everything found, in order. */
    public List<Found> find() {
        author = authorship.ofDocument(outlet);
        for (int i = 0; i < article.size(); i++) {
            read(i);
        }
        OwnWords.find(article, outlet, judge, findings);
        return findings.inOrder();
    }

    /** Would-be speakers that were turned down; offsets count units. */
    public List<Refusal> refusals() {
        return findings.refusals();
    }

    private void read(int index) {
        Sentence sentence = article.sentence(index);
        List<Actor> mentions = memory.resolve(article.mentions(index));
        List<Attribution> attributions = article.attributions(index, mentions);
        Flow flow = article.flow(index);
        boolean turn = flow == Flow.QUESTION || flow == Flow.ANSWER;
        if (isJointPoint(flow, attributions)) {
            run = unattributed.jointPoint(index, memory.participants(), run);
        } else if (attributions.isEmpty() || turn) {
            run = unattributed(index, flow);
        } else {
            attributions = attributed(index, attributions);
        }
        memory.note(mentions, attributions, sentence.beginsQuoted() || sentence.endsQuoted());
        joint = joint
                || (!isOneState(attributions) && article.grammar().announcesJointPoints(article.units(), sentence));
    }

    /** Whether one state's words go on: a consensus it hopes for is none that was reached. */
    private boolean isOneState(List<Attribution> attributions) {
        return attributions.isEmpty() && run != null && run.states().size() == 1;
    }

    private boolean isJointPoint(Flow flow, List<Attribution> attributions) {
        return joint && (flow == Flow.POINT || (flow == Flow.MINUTES && attributions.isEmpty()));
    }

    /** Returns the attributions by whom they turned out to mean. */
    private List<Attribution> attributed(int index, List<Attribution> attributions) {
        List<Attribution> meant = resolver.resolve(index, attributions);
        run = attributed.read(index, meant, run);
        return resolver.lasting(index, attributions, meant);
    }

    private OngoingSpeech unattributed(int index, Flow flow) {
        return switch (flow) {
            case QUESTION -> null;
            case ANSWER ->
                authorship
                        .ofAnswers()
                        .map(interviewed -> unattributed.answer(index, interviewed))
                        .orElse(null);
            default ->
                author.isPresent() ? unattributed.written(index, author.get(), run) : unattributed.carry(index, run);
        };
    }
}
