package communique.analysis.text;

import communique.analysis.lexicon.Block;
import communique.analysis.lexicon.CharClass;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.lexicon.NormalText;
import java.util.ArrayList;
import java.util.List;

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

    private final List<String> tails = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> insides = new ArrayList<>();

    /** Reads the phrases of all languages. */
    public Boilerplate(LexiconFiles files) {
        for (Block block : files.read("boilerplate.txt")) {
            List<String> target = switch (block.id()) {
                case "tail" -> tails;
                case "line" -> lines;
                case "inside" -> insides;
                default -> throw block.wrong("'" + block.id() + "' is none of tail, line, inside");
            };
            block.fields().forEach(field -> field.values().forEach(phrase -> target.add(NormalText.fold(phrase))));
        }
    }

    /** Whether nothing of the article comes after a line. */
    boolean isTail(String line) {
        return begins(line, tails);
    }

    /** Whether a line belongs to the page. */
    boolean isLine(String line) {
        return begins(line, lines)
                || (line.length() <= LONGEST_NOTICE && insides.stream().anyMatch(NormalText.fold(line)::contains));
    }

    private static boolean begins(String line, List<String> phrases) {
        String normal = NormalText.fold(line);
        return phrases.stream()
                .anyMatch(phrase -> normal.startsWith(phrase)
                        && normal.length() <= phrase.length() + SLACK
                        && (normal.length() == phrase.length() || !CharClass.isLetter(normal.charAt(phrase.length()))));
    }
}
