package communique.analysis.lexicon;

import java.util.Collection;
import java.util.function.IntPredicate;

/** Phrases that are looked for all at once, as strings of characters whatever the words around them. */
public final class PhraseSet {
    private final Trie trie;

    /** The phrases as people write them. */
    public PhraseSet(Collection<String> phrases) {
        trie = new Trie(phrases.stream()
                .map(NormalText::fold)
                .filter(phrase -> !phrase.isEmpty())
                .sorted()
                .distinct()
                .toArray(String[]::new));
    }

    /** Whether a text begins with one of them that ends where it may. */
    public boolean begins(NormalText text, IntPredicate mayEnd) {
        return beginsAt(text, 0, mayEnd);
    }

    /** Whether one of them is anywhere in a text. */
    public boolean isIn(NormalText text) {
        for (int from = 0; from < text.length(); from++) {
            if (beginsAt(text, from, end -> true)) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsAt(NormalText text, int from, IntPredicate mayEnd) {
        int node = Trie.ROOT;
        for (int at = from; at < text.length(); at++) {
            node = trie.step(node, text.charAt(at));
            if (node == Trie.NONE) {
                return false;
            }
            if (trie.isEnd(node) && mayEnd.test(at + 1)) {
                return true;
            }
        }
        return false;
    }
}
