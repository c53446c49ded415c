package communique.analysis.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TrieTest {
    @Test
    void findsEveryWordAndNoOther() {
        List<String> words = List.of("a", "ab", "abc", "ask", "b", "\uFFFE", "外交", "外交部");

        Trie trie = new Trie(words.toArray(String[]::new));

        assertThat(words).allSatisfy(word -> assertThat(node(trie, word)).isEqualTo(trie.end(words.indexOf(word))));
        assertThat(List.of("外", "as", "c", "abcd", "ba", "")).allMatch(word -> !isWord(trie, word));
    }

    @Test
    void keepsManyWordsApart() {
        Random random = new Random(5);
        TreeSet<String> words = new TreeSet<>();
        for (int i = 0; i < 5000; i++) {
            words.add(random.ints(1 + random.nextInt(6), 'а', 'я')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }

        Trie trie = new Trie(words.toArray(String[]::new));

        assertThat(words).allMatch(word -> isWord(trie, word));
        assertThat(words).allMatch(word -> isWord(trie, word + "а") == words.contains(word + "а"));
    }

    @Test
    void mayBeEmpty() {
        Trie trie = new Trie(new String[0]);

        assertThat(trie.step(Trie.ROOT, 'a')).isEqualTo(Trie.NONE);
        assertThat(trie.isEnd(Trie.ROOT)).isFalse();
    }

    private static boolean isWord(Trie trie, String word) {
        int node = node(trie, word);
        return node != Trie.NONE && trie.isEnd(node);
    }

    private static int node(Trie trie, String word) {
        int node = Trie.ROOT;
        for (int i = 0; i < word.length() && node != Trie.NONE; i++) {
            node = trie.step(node, word.charAt(i));
        }
        return node;
    }
}
