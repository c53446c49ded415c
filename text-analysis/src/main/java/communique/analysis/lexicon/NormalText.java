package communique.analysis.lexicon;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text in the form the lexicon is written in, with the way back to the original: lower case, one blank where there
 * are several or a pictograph, one kind of dash and apostrophe, no accents on Latin letters, no vowel marks, joiners or
 * zero-width characters, one letter for the variants that Persian, Urdu and Pashto keyboards mix, simplified Chinese
 * characters for traditional ones.
 */
public final class NormalText {
    private static final char DROP = '\uFFFF';
    private static final char STRETCHER = '\u0640';
    private static final char FIRST_OF_PICTOGRAPHS = '\uD83C';
    private static final char[] FOLD = foldTable();

    private final String original;
    private final char[] written;
    private final char[] chars;
    /** Null where nothing was dropped, so that every character is where it was. */
    private final int[] origins;

    private final int length;
    private final boolean cased;

    private NormalText(String original, char[] written, char[] chars, int[] origins, int length, boolean cased) {
        this.cased = cased;
        this.original = original;
        this.written = written;
        this.chars = chars;
        this.origins = origins;
        this.length = length;
    }

    /** Normal form of a text; linear in its length. */
    public static NormalText of(String text) {
        int size = text.length();
        char[] written = text.toCharArray();
        char[] chars = new char[size];
        int[] origins = null;
        int length = 0;
        boolean cased = false;
        for (int i = 0; i < size; i++) {
            char letter = written[i];
            char c = letter == STRETCHER && isDash(written, i) ? '—' : FOLD[letter];
            cased |= letter != c && CharClass.isUpper(letter);
            boolean again = c == ' ' && length > 0 && chars[length - 1] == ' ';
            if (c == DROP || again) {
                origins = origins == null ? identity(size, length) : origins;
                origins[length - (again ? 1 : 0)] = i;
            } else {
                chars[length] = c;
                if (origins != null) {
                    origins[length] = i;
                }
                length++;
            }
        }
        if (origins != null) {
            origins[length] = size;
        }
        return new NormalText(text, written, chars, origins, length, cased);
    }

    /** Room for the origins of a whole text, of which the first so many are where they were. */
    private static int[] identity(int size, int known) {
        int[] origins = new int[size + 1];
        for (int i = 0; i < known; i++) {
            origins[i] = i;
        }
        return origins;
    }

    /** A letter stretcher between blanks is typed for a dash. */
    private static boolean isDash(char[] text, int at) {
        return (at == 0 || text[at - 1] == ' ') && (at + 1 == text.length || text[at + 1] == ' ');
    }

    /** Normal form of a term of the lexicon. */
    public static String fold(String term) {
        NormalText normal = of(term);
        return new String(normal.chars, 0, normal.length);
    }

    /** Number of characters in normal form. */
    public int length() {
        return length;
    }

    /** A character of the normal form; a line feed beyond the end. */
    public char charAt(int index) {
        return index < length ? chars[index] : '\n';
    }

    /** The original character that a character of the normal form stands for; a line feed beyond the end. */
    public char originalAt(int index) {
        return index < length ? written[origin(index)] : '\n';
    }

    /**
     * Whether a character of the normal form is half of an emoji or the like, U+1F000 to U+1FBFF, but not of a flag.
     */
    public boolean isPictograph(int index) {
        if (charAt(index) < FIRST_OF_PICTOGRAPHS) {
            return false;
        }
        int high = Character.isLowSurrogate(charAt(index)) ? index - 1 : index;
        if (high < 0 || !Character.isSurrogatePair(charAt(high), charAt(high + 1))) {
            return false;
        }
        int character = Character.toCodePoint(charAt(high), charAt(high + 1));
        boolean flag = character >= 0x1F1E6 && character <= 0x1F1FF;
        return character >= 0x1F000 && character <= 0x1FBFF && !flag;
    }

    /** Offset in the original, in UTF-16 units, of a character of the normal form. */
    public int origin(int index) {
        return origins == null ? index : origins[index];
    }

    /** Whether the text has capital letters at all; posts and scraped texts may have none. */
    public boolean isCased() {
        return cased;
    }

    /** How a part of the text is written; in a text without any capitals every word may be a name. */
    Capitals capitals(int from, int to) {
        if (!cased) {
            return Capitals.FIRST;
        }
        if (!CharClass.isUpper(originalAt(from))) {
            return Capitals.NONE;
        }
        for (int i = from + 1; i < to; i++) {
            if (CharClass.isLower(originalAt(i))) {
                return Capitals.FIRST;
            }
        }
        return Capitals.ALL;
    }

    /** The original text. */
    public String original() {
        return original;
    }

    /** Whether a word stands at a place of the normal form. */
    public boolean reads(int from, String word) {
        if (from + word.length() > length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (chars[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Part of the normal form. */
    public String slice(int from, int to) {
        return new String(chars, from, to - from);
    }

    /** Part of the original, given by offsets in the normal form. */
    public String originalSlice(int from, int to) {
        return original.substring(origin(from), to == from ? origin(from) : origin(to - 1) + 1);
    }

    private static char[] foldTable() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            table[c] = foldLetter((char) c);
        }
        foldPunctuation(table);
        foldArabic(table);
        TraditionalHan.pairs().forEach(pair -> table[pair.charAt(0)] = pair.charAt(1));
        return table;
    }

    private static char foldLetter(char c) {
        if (Character.isSurrogate(c)) {
            return c;
        }
        boolean combining = c >= '\u0300' && c <= '\u036F';
        if (combining || Character.getType(c) == Character.FORMAT || (c >= '\uFE00' && c <= '\uFE0F')) {
            return DROP;
        }
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return Character.toLowerCase((char) (c - 0xFEE0));
        }
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        if (c < '\u0250' || (c >= '\u1E00' && c <= '\u1EFF')) {
            char base =
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
            return Character.toLowerCase(base);
        }
        if (Character.isSpaceChar(c)) {
            return ' ';
        }
        return c == 'ё' || c == 'Ё' ? 'е' : Character.toLowerCase(c);
    }

    private static void foldPunctuation(char[] table) {
        fill(table, "’‘ʼʻ`´‛′", '\'');
        fill(table, "‐‑‒−", '-');
        fill(table, "–—―─", '—');
        fill(table, "︰﹕", ':');
        fill(table, "﹔", ';');
        fill(table, "﹐", ',');
        fill(table, "\t\u000b\f\u00a0", ' ');
        fill(table, "\r\u0085\u2028\u2029", '\n');
        // A zero-width non-joiner parts a word from its ending, as a blank does in texts that lack it.
        table['\u200c'] = ' ';
    }

    private static void foldArabic(char[] table) {
        fill(table, "يىئېۍﯼ", 'ی');
        fill(table, "كڪ", 'ک');
        table['ګ'] = 'گ';
        // Pashto writes foreign names with or without the retroflex letters.
        table['ټ'] = 'ت';
        table['ډ'] = 'د';
        fill(table, "ةۀہھەۂۃ", 'ه');
        fill(table, "أإآٱ", 'ا');
        fill(table, "ؤ", 'و');
        fill(table, "ۓ", 'ے');
        for (char mark = '\u064B'; mark <= '\u065F'; mark++) {
            table[mark] = DROP;
        }
        table['\u0670'] = DROP;
        table[STRETCHER] = DROP;
        table['\u0654'] = DROP;
        table['\u0674'] = DROP;
    }

    private static void fill(char[] table, String from, char to) {
        from.chars().forEach(c -> table[c] = to);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "NormalText[%d characters]", length);
    }
}
