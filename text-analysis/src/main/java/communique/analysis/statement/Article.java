package communique.analysis.statement;

import communique.analysis.speaker.Actor;
import communique.analysis.text.Sentence;
import communique.analysis.text.Units;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The sentences of an article as its grammar reads them; each is read once, however often it is asked for. */
final class Article {
    private final Grammar grammar;
    private final Units units;
    private final List<Sentence> sentences;
    private final Flow[] flows;
    private final List<List<Actor>> mentions;

    Article(Grammar grammar, Units units, List<Sentence> sentences) {
        this.grammar = grammar;
        this.units = units;
        this.sentences = sentences;
        this.flows = new Flow[sentences.size()];
        this.mentions = new ArrayList<>(Collections.nCopies(sentences.size(), null));
    }

    Grammar grammar() {
        return grammar;
    }

    Units units() {
        return units;
    }

    int size() {
        return sentences.size();
    }

    List<Sentence> sentences() {
        return sentences;
    }

    Sentence sentence(int index) {
        return sentences.get(index);
    }

    /** How a sentence sounds, its speaker apart. */
    Flow flow(int index) {
        if (flows[index] == null) {
            flows[index] = grammar.flow(units, sentences.get(index));
        }
        return flows[index];
    }

    /** Everybody named in a sentence, as named. */
    List<Actor> mentions(int index) {
        if (mentions.get(index) == null) {
            mentions.set(index, grammar.mentions(units, sentences.get(index)));
        }
        return mentions.get(index);
    }

    /** Who speaks in a sentence, given what its mentions mean. */
    List<Attribution> attributions(int index, List<Actor> resolved) {
        return grammar.attributions(units, sentences.get(index), resolved);
    }

    boolean isOneParagraph(int one, int other) {
        return sentences.get(one).paragraph() == sentences.get(other).paragraph();
    }
}
