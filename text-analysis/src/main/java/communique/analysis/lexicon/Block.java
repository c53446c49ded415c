package communique.analysis.lexicon;

import java.util.ArrayList;
import java.util.List;

/**
 * One entry of the data, from one file or several.
 *
 * <pre>
 * [AF] Afghanistan
 * en name: Afghanistan | Islamic Republic of Afghanistan
 * </pre>
 *
 * @param file the file it begins in
 * @param line line of its head, from 1
 * @param id what stands in the brackets
 * @param title what follows them
 * @param fields its lines
 */
public record Block(String file, int line, String id, String title, List<Field> fields) {

    /**
     * One line of a block.
     *
     * @param file the file it stands in
     * @param line its number, from 1
     * @param key what stands before the colon
     * @param values what stands after it, split at bars
     */
    public record Field(String file, int line, String key, List<String> values) {
        /** The language a key begins with, such as {@code en} in {@code en name}. */
        public String language() {
            int blank = key.indexOf(' ');
            return blank < 0 ? key : key.substring(0, blank);
        }

        /** The rest of the key after the language; empty where there is none. */
        public String slot() {
            int blank = key.indexOf(' ');
            return blank < 0 ? "" : key.substring(blank + 1);
        }
    }

    /** An exception that points at a field of this block. */
    public LexiconException wrong(Field field, String problem) {
        return new LexiconException(field.file(), field.line(), problem);
    }

    /** An exception that points at the head of this block. */
    public LexiconException wrong(String problem) {
        return new LexiconException(file, line, problem);
    }

    /** This entry with the lines of another of the same id. */
    Block with(Block other) {
        if (!other.title.isEmpty() && !other.title.equals(title)) {
            throw other.wrong("'[" + id + "]' is titled '" + title + "' elsewhere, here '" + other.title + "'");
        }
        List<Field> all = new ArrayList<>(fields);
        all.addAll(other.fields);
        return new Block(file, line, id, title, all);
    }
}
