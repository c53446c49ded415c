package communique.analysis.lexicon;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * A set of words as a tree of their characters, packed into one array: the child of a node by a character lies at the
 * node's offset plus that character, and names its parent. One look at memory a character; immutable.
 */
final class Trie {
    static final int ROOT = 0;
    static final int NONE = -1;

    private static final long ENDS = 1L << 32;
    private static final int PARENT = 33;
    private static final int NOBODY = Integer.MAX_VALUE;

    /** For each node its parent, whether a word ends there, and in the lower half the offset of its children. */
    private long[] cells = new long[1 << 10];

    private final BitSet used = new BitSet();
    private int firstFree;
    private final int[] ends;

    /** Words from one place of the sorted list to another that share their first characters, and the node of those. */
    private record Branch(int node, int from, int to, int depth) {}

    /**
     * Packs words.
     *
     * @param words sorted, without repetition
     */
    Trie(String[] words) {
        Arrays.fill(cells, (long) NOBODY << PARENT);
        used.set(ROOT);
        ends = new int[words.length];
        Deque<Branch> open = new ArrayDeque<>();
        open.add(new Branch(ROOT, 0, words.length, 0));
        while (!open.isEmpty()) {
            grow(words, open.remove(), open);
        }
        cells = Arrays.copyOf(cells, used.length());
    }

    private void grow(String[] words, Branch branch, Deque<Branch> open) {
        int first = branch.from();
        if (first < branch.to() && words[first].length() == branch.depth()) {
            cells[branch.node()] |= ENDS;
            ends[first++] = branch.node();
        }
        if (first < branch.to()) {
            char[] letters = letters(words, first, branch.to(), branch.depth());
            int offset = offset(letters);
            cells[branch.node()] = (cells[branch.node()] & -ENDS) | (offset & (ENDS - 1));
            int from = first;
            for (char letter : letters) {
                int to = from;
                while (to < branch.to() && words[to].charAt(branch.depth()) == letter) {
                    to++;
                }
                used.set(offset + letter);
                cells[offset + letter] = (long) branch.node() << PARENT;
                open.add(new Branch(offset + letter, from, to, branch.depth() + 1));
                from = to;
            }
        }
    }

    private static char[] letters(String[] words, int from, int to, int depth) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < to; i++) {
            char letter = words[i].charAt(depth);
            if (letters.isEmpty() || letters.charAt(letters.length() - 1) != letter) {
                letters.append(letter);
            }
        }
        return letters.toString().toCharArray();
    }

    /** The first offset at which all children find a free place. */
    private int offset(char[] letters) {
        firstFree = used.nextClearBit(firstFree);
        int place = firstFree;
        while (!isFree(place - letters[0], letters)) {
            place = used.nextClearBit(place + 1);
        }
        int offset = place - letters[0];
        int size = offset + letters[letters.length - 1] + 1;
        if (size > cells.length) {
            int old = cells.length;
            cells = Arrays.copyOf(cells, Math.max(size, old * 2));
            Arrays.fill(cells, old, cells.length, (long) NOBODY << PARENT);
        }
        return offset;
    }

    private boolean isFree(int offset, char[] letters) {
        for (char letter : letters) {
            if (used.get(offset + letter)) {
                return false;
            }
        }
        return true;
    }

    /** Number of places for nodes. */
    int size() {
        return cells.length;
    }

    /** The node at which a word ends, by its place among the words. */
    int end(int word) {
        return ends[word];
    }

    /** The child of a node by a character; {@link #NONE} where it has none. */
    int step(int node, char c) {
        int child = (int) cells[node] + c;
        return child >= 0 && child < cells.length && (int) (cells[child] >>> PARENT) == node ? child : NONE;
    }

    /** The node a node is a child of; the root's own is not to be asked for. */
    int parent(int node) {
        return (int) (cells[node] >>> PARENT);
    }

    /** Whether a word ends at a node. */
    boolean isEnd(int node) {
        return (cells[node] & ENDS) != 0;
    }
}
