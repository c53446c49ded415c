package communique.analysis.statement;

import communique.analysis.country.CountrySense;
import communique.analysis.speaker.Actor;
import communique.analysis.speaker.ActorType;
import communique.analysis.speaker.Bloc;
import communique.analysis.speaker.Outlet;
import communique.analysis.speaker.Speaker;
import communique.analysis.text.Dateline;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Walks through an article sentence by sentence and keeps track of who is speaking about whom. */
public final class StatementFinder {
    private static final int LONGEST_POST = 4;
    private static final int LEAD = 4;
    /** "Thank you." is no statement. */
    private static final int SHORTEST = 4;

    private static final int LONGEST_QUOTATION = 40;

    private final Grammar grammar;
    private final Units units;
    private final List<Sentence> sentences;
    private final Memory memory;
    private final Outlet outlet;
    private final AboutJudge judge;
    private final Optional<String> seat;
    private final List<Found> found = new ArrayList<>();
    private final BitSet stated = new BitSet();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Authorship authorship;
    private Optional<Speaker> author = Optional.empty();
    private Run run;
    private boolean joint;

    /**
     * A sentence found to be a statement.
     *
     * @param index number of the sentence
     */
    public record Found(
            int index,
            List<Speaker> speakers,
            SpeechAct act,
            List<String> about,
            double confidence,
            List<String> rules) {}

    /**
     * Speech that goes on.
     *
     * @param speakers who speaks
     * @param about about what until now
     * @param last number of the sentence it was last heard in
     * @param turn whether it fills its paragraph, whatever its tense, as a turn of an interview does
     * @param item whether it began in a numbered point, so that the next point is another matter
     */
    private record Run(List<Speaker> speakers, List<String> about, int last, boolean turn, boolean item) {
        Run(List<Speaker> speakers, List<String> about, int last) {
            this(speakers, about, last, false, false);
        }
    }

    /** For one article. */
    public StatementFinder(
            Grammar grammar,
            Units units,
            List<Sentence> sentences,
            Optional<LocalDate> day,
            Outlet outlet,
            Map<String, Bloc> blocs) {
        this.grammar = grammar;
        this.units = units;
        this.sentences = sentences;
        this.memory = new Memory(day, office -> home(grammar, outlet, office), blocs);
        this.outlet = outlet;
        this.authorship = new Authorship(grammar, units, sentences, memory);
        this.seat = sentences.stream()
                .limit(LEAD)
                .map(sentence -> Dateline.place(units, sentence))
                .filter(place -> place >= 0)
                .findFirst()
                .map(place -> units.sense(place, CountrySense.class).code());
        this.judge = new AboutJudge(units, Focus.of(units, sentences));
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
        for (int i = 0; i < sentences.size(); i++) {
            read(i, sentences.get(i));
        }
        ownWords();
        found.sort(Comparator.comparing(Found::index));
        return found;
    }

    /** Would-be speakers that were turned down; offsets count units. */
    public List<Refusal> refusals() {
        return refusals;
    }

    private void read(int index, Sentence sentence) {
        List<Actor> mentions = memory.resolve(grammar.mentions(units, sentence));
        List<Attribution> attributions = grammar.attributions(units, sentence, mentions);
        Flow flow = grammar.flow(units, sentence);
        if (joint && (flow == Flow.POINT || (flow == Flow.MINUTES && attributions.isEmpty()))) {
            point(index, sentence, flow);
        } else if (flow == Flow.QUESTION) {
            run = null;
        } else if (flow == Flow.ANSWER) {
            answer(index, sentence);
        } else if (attributions.isEmpty() && author.isPresent()) {
            written(index, sentence, author.get());
        } else if (attributions.isEmpty()) {
            carry(index, sentence, flow);
        } else {
            attributed(index, sentence, attributions, flow);
        }
        memory.note(mentions, attributions, sentence.beginsQuoted() || sentence.endsQuoted());
        joint |= grammar.announcesJointPoints(units, sentence);
    }

    /**
     * A short post of an organ of a state that names no speaker is that state's own word, unless it tells of a meeting
     * or shows pictures.
     */
    private void ownWords() {
        boolean post = outlet.official() && outlet.country().isPresent() && sentences.size() <= LONGEST_POST;
        if (!post
                || !found.isEmpty()
                || !refusals.isEmpty()
                || sentences.isEmpty()
                || grammar.announcesEvent(units, sentences.get(0))) {
            return;
        }
        Speaker owner = new Speaker(outlet.country().get(), Optional.empty(), Optional.empty());
        for (int i = 0; i < sentences.size(); i++) {
            List<String> about = judge.about(sentences.get(i), List.of(), List.of(owner.country()), List.of());
            add(i, List.of(owner), SpeechAct.SAY, about, List.of(CommonRule.OWN_WORDS));
        }
    }

    private void point(int index, Sentence sentence, Flow flow) {
        List<String> states = memory.participants();
        List<Speaker> speakers = states.stream()
                .map(state -> new Speaker(state, Optional.empty(), Optional.empty()))
                .toList();
        List<String> about = judge.about(sentence, List.of(), states, run == null ? List.of() : run.about());
        CommonRule rule = flow == Flow.POINT ? CommonRule.JOINT_POINT : CommonRule.MINUTES;
        add(index, speakers, SpeechAct.AGREE, about, List.of(rule));
        run = new Run(speakers, about, index);
    }

    private void written(int index, Sentence sentence, Speaker writer) {
        if (!sentence.heading() && sentence.to() - sentence.from() >= SHORTEST) {
            List<String> before = run == null
                    ? judge.about(sentences.get(0), List.of(), List.of(writer.country()), List.of())
                    : run.about();
            List<String> about = judge.about(sentence, List.of(), List.of(writer.country()), before);
            add(index, List.of(writer), SpeechAct.SAY, about, List.of(CommonRule.DOCUMENT));
            run = new Run(List.of(writer), about, index);
        }
    }

    private void answer(int index, Sentence sentence) {
        Optional<Speaker> interviewed = authorship.ofAnswers();
        run = null;
        if (interviewed.isPresent()) {
            List<Speaker> speakers = List.of(interviewed.get());
            List<String> about = judge.about(sentence, List.of(), states(speakers), List.of());
            add(index, speakers, SpeechAct.SAY, about, List.of(CommonRule.ANSWER));
            run = new Run(speakers, about, index, true, false);
        }
    }

    /**
     * Each voice of a sentence makes a statement of its own: "Russia said ..., while China said ..." is two, "Russia
     * and China said ..." one.
     */
    private void attributed(int index, Sentence sentence, List<Attribution> attributions, Flow flow) {
        Map<List<String>, List<Attribution>> voices = new LinkedHashMap<>();
        for (Attribution attribution : attributions) {
            Actor actor = resolved(attribution, sentence);
            if (actor.type() == ActorType.OUTSIDER || !actor.isResolved()) {
                refuse(actor);
            } else {
                voices.computeIfAbsent(actor.states(), states -> new ArrayList<>())
                        .add(attribution.by(actor));
            }
        }
        Run before = run;
        run = null;
        if (voices.isEmpty() && attributions.stream().allMatch(Attribution::topicOnly)) {
            toldTopic(index, sentence, before);
        }
        List<Attribution> all = voices.values().stream().flatMap(List::stream).toList();
        voices.values().forEach(voice -> speak(index, sentence, flow, voice, all, before));
    }

    private void speak(
            int index, Sentence sentence, Flow flow, List<Attribution> voice, List<Attribution> all, Run before) {
        List<String> states = voice.get(0).speaker().states();
        List<Speaker> speakers =
                states.stream().map(state -> speaker(state, voice)).toList();
        boolean goesOn = before != null && index - before.last() <= 2 && states.equals(states(before.speakers()));
        List<String> about = judge.about(sentence, all, states, goesOn ? matter(before, index) : List.of());
        if (all.stream().allMatch(Attribution::topicOnly)) {
            toldTopic(index, sentence, before);
        } else {
            List<Rule> rules =
                    voice.stream().<Rule>map(Attribution::rule).distinct().toList();
            add(index, speakers, voice.get(0).act(), about, rules);
            if (grammar.pointsBack(units, sentence)) {
                saidBefore(index - 1, speakers);
            }
            if (sentence.beginsQuoted()) {
                quotedBefore(index, speakers, about);
            }
        }
        boolean turn = !sentence.heading() && voice.stream().anyMatch(a -> units.isMark(a.cue(), ':'));
        boolean item = flow == Flow.POINT && (!goesOn || before.item());
        run = new Run(speakers, about, index, turn, item);
    }

    /** "... This was said by": the claim stands before its source. */
    private void saidBefore(int index, List<Speaker> speakers) {
        if (index >= 0 && !stated.get(index)) {
            List<String> about = judge.about(sentences.get(index), List.of(), states(speakers), List.of());
            add(index, speakers, SpeechAct.SAY, about, List.of(CommonRule.SAID_BEFORE));
        }
    }

    /** What the speech was about until now; in a new paragraph only what the whole article is about. */
    private List<String> matter(Run before, int index) {
        boolean same =
                sentences.get(before.last()).paragraph() == sentences.get(index).paragraph();
        return same ? before.about() : judge.inFocus(before.about());
    }

    private static List<String> states(List<Speaker> speakers) {
        return speakers.stream().map(Speaker::country).toList();
    }

    /**
     * "The ministers also discussed ...", where the sentence before had a state tell of the talk: that state goes on
     * telling.
     */
    private void toldTopic(int index, Sentence sentence, Run before) {
        if (before != null && before.last() == index - 1 && stated.get(index - 1)) {
            List<String> about = judge.about(sentence, List.of(), states(before.speakers()), before.about());
            add(index, before.speakers(), SpeechAct.SAY, about, List.of(CommonRule.TOLD_TOPIC));
        }
    }

    /**
     * Whom a verb without a subject means; a bare office in a headline belongs to the state it has in the sentences
     * after it, or that the headline names before it; elsewhere to the state of the dateline.
     */
    private Actor resolved(Attribution attribution, Sentence sentence) {
        Actor actor =
                attribution.speaker().isResolved() ? attribution.speaker() : memory.resolve(attribution.speaker());
        if (actor.isResolved() || actor.type() != ActorType.BARE || !actor.isOffice()) {
            return actor;
        }
        if (!sentence.heading()) {
            return seat.filter(state -> !actor.scope().contains(state))
                    .map(state -> actor.of(List.of(state)))
                    .orElse(actor);
        }
        Optional<Actor> named = sentences.stream()
                .skip(1)
                .limit(LEAD)
                .flatMap(next -> memory.resolve(grammar.mentions(units, next)).stream())
                .filter(mention -> mention.isResolved() && Memory.isSameOffice(mention, actor))
                .findFirst();
        return named.isPresent() ? actor.of(named.get().states()) : ofHeading(actor, sentence);
    }

    private Actor ofHeading(Actor actor, Sentence sentence) {
        return memory.resolve(grammar.mentions(units, sentence)).stream()
                .filter(mention -> mention.isResolved() && mention.from() < actor.from())
                .filter(mention -> Collections.disjoint(mention.states(), actor.scope()))
                .findFirst()
                .map(mention -> actor.of(mention.states()))
                .orElse(actor);
    }

    /** Sentences of one quotation whose speaker is named only at its end. */
    private void quotedBefore(int index, List<Speaker> speakers, List<String> about) {
        int first = Math.max(0, index - LONGEST_QUOTATION);
        for (int i = index - 1; i >= first && sentences.get(i).endsQuoted() && !stated.get(i); i--) {
            List<String> states = states(speakers);
            add(
                    i,
                    speakers,
                    SpeechAct.SAY,
                    judge.about(sentences.get(i), List.of(), states, about),
                    List.of(CommonRule.QUOTED_BEFORE));
        }
    }

    private void carry(int index, Sentence sentence, Flow flow) {
        if (run == null || run.last() != index - 1) {
            run = null;
            return;
        }
        boolean sameParagraph = sentences.get(index - 1).paragraph() == sentence.paragraph();
        boolean quoted = sentence.beginsQuoted() || opensQuotation(sentence);
        boolean own =
                (flow == Flow.POINT && !run.item()) || flow == Flow.OWN || (outlet.official() && flow == Flow.SPEECH);
        boolean tells = flow == Flow.NARRATIVE || flow == Flow.POINT;
        boolean goesOn = quoted || own || (sameParagraph && (run.turn() || !tells));
        if (!goesOn) {
            run = null;
            return;
        }
        List<String> states = states(run.speakers());
        List<String> about = judge.about(sentence, List.of(), states, matter(run, index));
        if (sentence.beginsQuoted()) {
            about = union(about, matter(run, index));
        }
        add(index, run.speakers(), SpeechAct.SAY, about, List.of(quoted ? CommonRule.QUOTED_ON : CommonRule.GOES_ON));
        run = new Run(run.speakers(), about, index, run.turn(), run.item());
    }

    private static List<String> union(List<String> a, List<String> b) {
        return Stream.concat(a.stream(), b.stream()).distinct().toList();
    }

    private boolean opensQuotation(Sentence sentence) {
        return units.isMark(sentence.from())
                && "«“\"".indexOf(units.text().originalAt(units.start(sentence.from()))) >= 0;
    }

    private void add(int index, List<Speaker> speakers, SpeechAct act, List<String> about, List<Rule> rules) {
        if (!about.isEmpty()) {
            double confidence = 0;
            List<String> ids = new ArrayList<>(rules.size());
            for (Rule rule : rules) {
                confidence = Math.max(confidence, rule.confidence());
                ids.add(rule.id());
            }
            found.add(new Found(index, speakers, act, about, confidence, ids));
            stated.set(index);
        }
    }

    /** The person and office that speak for a state; for several states together no one of them does. */
    private static Speaker speaker(String state, List<Attribution> voice) {
        Actor first = voice.get(0).speaker();
        boolean joint = first.states().size() > 1;
        Optional<String> office = first.office().filter(name -> !name.equals(Actor.DOCUMENT));
        return joint
                ? new Speaker(state, Optional.empty(), Optional.empty())
                : new Speaker(state, first.name(), office);
    }

    private void refuse(Actor actor) {
        String rule =
                actor.type() == ActorType.OUTSIDER ? "outsider-" + actor.group().orElse("unknown") : "unresolved";
        refusals.add(new Refusal(actor.from(), actor.to(), "", rule));
    }
}
