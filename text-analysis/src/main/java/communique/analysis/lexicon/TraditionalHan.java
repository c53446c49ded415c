package communique.analysis.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code zh/traditional.txt}: traditional Chinese characters and the simplified ones they are read as. */
final class TraditionalHan {
    private static final String FILE = "zh/traditional.txt";

    private TraditionalHan() {}

    /** Every pair: the traditional character, then the simplified one. */
    static List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        for (Block block : new LexiconFiles(Optional.empty()).read(FILE)) {
            for (Block.Field field : block.fields()) {
                for (String pair : field.values()) {
                    if (pair.length() != 2) {
                        throw block.wrong(field, "'" + pair + "' must be two characters");
                    }
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }
}
