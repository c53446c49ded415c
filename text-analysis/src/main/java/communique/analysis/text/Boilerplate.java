package communique.analysis.text;

import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.CharClass;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.lexicon.NormalText;
import communique.analysis.lexicon.PhraseSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The phrases by which a line is known to belong to the page and not to the article, read from {@code boilerplate.txt}.
 */
public final class Boilerplate {
    /**
     * A line may go on for so many characters after its phrase; a sentence that happens to begin so goes on for longer.
     */
    private static final int SLACK = 50;

    /** A longer line that holds a notice holds the article's last paragraph too. */
    private static final int LONGEST_NOTICE = 250;

    private final PhraseSet tails;
    private final PhraseSet links;
    private final PhraseSet lines;
    private final PhraseSet insides;

    /** Reads the phrases of all languages. */
    public Boilerplate(LexiconFiles files) {
        Map<String, List<String>> phrases = Map.of(
                "tail", new ArrayList<>(),
                "links", new ArrayList<>(),
                "line", new ArrayList<>(),
                "inside", new ArrayList<>());
        for (Block block : files.read("boilerplate.txt")) {
            List<String> target = phrases.get(block.id());
            if (target == null) {
                throw block.wrong("'" + block.id() + "' is none of tail, links, line, inside");
            }
            block.fields().forEach(field -> target.addAll(field.values()));
        }
        tails = new PhraseSet(phrases.get("tail"));
        links = new PhraseSet(phrases.get("links"));
        lines = new PhraseSet(phrases.get("line"));
        insides = new PhraseSet(phrases.get("inside"));
    }

    /** Whether nothing of the article comes after a line. */
    boolean isTail(NormalText line) {
        return begins(line, tails);
    }

    /** Whether headlines of other articles come after a line, and then perhaps more of this one. */
    boolean isLinks(NormalText line) {
        return begins(line, links);
    }

    /** Whether a line belongs to the page. */
    boolean isLine(NormalText line) {
        return begins(line, lines) || (line.original().length() <= LONGEST_NOTICE && insides.isIn(line));
    }

    private static boolean begins(NormalText line, PhraseSet phrases) {
        return phrases.begins(
                line,
                end -> line.length() <= end + SLACK && (line.length() == end || !CharClass.isLetter(line.charAt(end))));
    }
}
