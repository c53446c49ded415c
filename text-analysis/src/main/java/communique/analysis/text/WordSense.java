package communique.analysis.text;

import communique.analysis.lexicon.Kind;
import communique.analysis.lexicon.Sense;

/**
 * A term that is a word of grammar.
 *
 * @param wordClass its class
 * @param index its place in the list of its class, from 0: the number of an ordinal, the month from January
 */
public record WordSense(WordClass wordClass, int index) implements Sense {
    @Override
    public Kind kind() {
        return Kind.WORD;
    }

    @Override
    public long wordBit() {
        return wordClass.bit();
    }
}
