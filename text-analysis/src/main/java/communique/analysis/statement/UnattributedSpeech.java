package communique.analysis.statement;

import communique.analysis.speaker.Speaker;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Sentences that do not tell who speaks, but stand where that is known: after somebody's words, in a list of joint
 * points, in a document, in an interview. Each method returns the speech that may go on from there; null for none.
 */
final class UnattributedSpeech {
    /** "Thank you." is no statement. */
    private static final int SHORTEST = 4;

    private final Article article;
    private final AboutJudge judge;
    private final Findings findings;
    private final boolean official;

    /**
     * For one article.
     *
     * @param official whether an organ of a state publishes it
     */
    UnattributedSpeech(Article article, AboutJudge judge, Findings findings, boolean official) {
        this.article = article;
        this.judge = judge;
        this.findings = findings;
        this.official = official;
    }

    /** A point, or a sentence without a speaker, of what several states said together. */
    OngoingSpeech jointPoint(int index, List<String> states, OngoingSpeech run) {
        List<Speaker> speakers = Speaker.of(states);
        List<String> before = run == null ? List.of() : run.about();
        List<String> about = judge.about(article.sentence(index), List.of(), states, before);
        CommonRule rule = article.flow(index) == Flow.POINT ? CommonRule.JOINT_POINT : CommonRule.MINUTES;
        findings.add(index, speakers, SpeechAct.AGREE, about, List.of(rule), OptionalInt.empty());
        return new OngoingSpeech(speakers, about, index);
    }

    /** A sentence of a document whose author is known. */
    OngoingSpeech written(int index, Speaker author, OngoingSpeech run) {
        Sentence sentence = article.sentence(index);
        if (sentence.heading() || sentence.to() - sentence.from() < SHORTEST) {
            return run;
        }
        List<String> states = List.of(author.country());
        List<String> before =
                run == null ? judge.about(article.sentence(0), List.of(), states, List.of()) : run.about();
        List<String> about = judge.about(sentence, List.of(), states, before);
        findings.add(index, List.of(author), about, CommonRule.DOCUMENT);
        return new OngoingSpeech(List.of(author), about, index);
    }

    /** The answer to a question of an interview. */
    OngoingSpeech answer(int index, Speaker interviewed) {
        List<Speaker> speakers = List.of(interviewed);
        List<String> about = judge.about(article.sentence(index), List.of(), Speaker.states(speakers), List.of());
        findings.add(index, speakers, about, CommonRule.ANSWER);
        return new OngoingSpeech(speakers, about, index, true, false);
    }

    /** A sentence that goes on with what the one before said. */
    OngoingSpeech carry(int index, OngoingSpeech run) {
        if (run == null || run.last() != index - 1) {
            return null;
        }
        Sentence sentence = article.sentence(index);
        if (!hasWord(sentence)) {
            return null;
        }
        boolean quoted = sentence.beginsQuoted() || opensQuotation(sentence);
        if (!quoted && !goesOn(index, run)) {
            return null;
        }
        List<String> matter = judge.matter(run, article, index);
        List<String> about = judge.about(sentence, List.of(), run.states(), matter);
        about = sentence.beginsQuoted() ? union(about, matter) : about;
        findings.add(index, run.speakers(), about, quoted ? CommonRule.QUOTED_ON : CommonRule.GOES_ON);
        return run.on(index, about);
    }

    /** A number alone says nothing. */
    private boolean hasWord(Sentence sentence) {
        Units units = article.units();
        return IntStream.range(sentence.from(), sentence.to())
                .anyMatch(unit -> !units.isMark(unit) && !units.isNumber(unit));
    }

    private boolean goesOn(int index, OngoingSpeech run) {
        Flow flow = article.flow(index);
        boolean own = (flow == Flow.POINT && !run.item()) || flow == Flow.OWN || (official && flow == Flow.SPEECH);
        boolean tells = flow == Flow.NARRATIVE || flow == Flow.POINT;
        return own || (article.isOneParagraph(index - 1, index) && (run.turn() || !tells));
    }

    private boolean opensQuotation(Sentence sentence) {
        Units units = article.units();
        return units.isMark(sentence.from())
                && "«“\"".indexOf(units.text().originalAt(units.start(sentence.from()))) >= 0;
    }

    private static List<String> union(List<String> a, List<String> b) {
        Set<String> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return new ArrayList<>(all);
    }
}
