package communique.analysis.text;

import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.Lexicon;
import communique.analysis.lexicon.LexiconFiles;
import java.util.List;
import java.util.Locale;

/** Reads a language's {@code words.txt}. */
public final class GrammarWords {
    private GrammarWords() {}

    /** Adds the words of one language to a lexicon. */
    public static void addTo(Lexicon.Builder lexicon, LexiconFiles files, String language) {
        for (Block block : files.read(language + "/words.txt")) {
            WordClass wordClass = wordClass(block);
            for (Block.Field field : block.fields()) {
                List<String> words = field.values();
                for (int i = 0; i < words.size(); i++) {
                    lexicon.add(words.get(i), new WordSense(wordClass, i));
                }
            }
        }
    }

    private static WordClass wordClass(Block block) {
        try {
            return WordClass.valueOf(block.id().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw block.wrong("no class of words is called '" + block.id() + "'");
        }
    }
}
