package communique.analysis.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A word or phrase of the lexicon with everything it can mean. */
public final class Term {
    private final String text;
    private Sense[] senses = {};
    private int kinds;
    private long words;

    Term(String text) {
        this.text = text;
    }

    /** The phrase in normal form, without the mark for endings. */
    public String text() {
        return text;
    }

    /** Its kinds, one bit each. */
    public int kinds() {
        return kinds;
    }

    /** The classes it has as a word of grammar, one bit each. */
    public long words() {
        return words;
    }

    /** Whether it can have a meaning of a kind. */
    public boolean is(Kind kind) {
        return (kinds & kind.bit()) != 0;
    }

    /** Number of its meanings. */
    public int size() {
        return senses.length;
    }

    /** One of its meanings. */
    public Sense sense(int index) {
        return senses[index];
    }

    /** Its first meaning of a type; null where it has none, since this is asked for every term of every text. */
    public <S extends Sense> S sense(Class<S> type) {
        for (Sense sense : senses) {
            if (type.isInstance(sense)) {
                return type.cast(sense);
            }
        }
        return null;
    }

    /** Its first meaning of a type. */
    public <S extends Sense> Optional<S> find(Class<S> type) {
        return Optional.ofNullable(sense(type));
    }

    /** All its meanings of a type. */
    public <S extends Sense> List<S> senses(Class<S> type) {
        List<S> found = new ArrayList<>(senses.length);
        for (Sense sense : senses) {
            if (type.isInstance(sense)) {
                found.add(type.cast(sense));
            }
        }
        return found;
    }

    /** The same phrase with one meaning only. */
    public Term as(Sense meant) {
        Term only = new Term(text);
        only.add(meant);
        return only;
    }

    void add(Sense sense) {
        if (!Arrays.asList(senses).contains(sense)) {
            senses = Arrays.copyOf(senses, senses.length + 1);
            senses[senses.length - 1] = sense;
            kinds |= sense.kind().bit();
            words |= sense.wordBit();
        }
    }

    @Override
    public String toString() {
        return text + Arrays.toString(senses);
    }
}
