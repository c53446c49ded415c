package communique.analysis.lexicon;

/**
 * What kind of character a UTF-16 unit is, looked up in a table: these questions are asked for every unit of a text.
 */
public final class CharClass {
    private static final byte LETTER = 1;
    private static final byte UPPER = 2;
    private static final byte LOWER = 4;
    private static final byte UNSPACED = 8;
    private static final byte DIGIT = 16;
    private static final byte SURROGATE = 32;
    private static final byte[] CLASSES = classes();

    private CharClass() {}

    private static byte[] classes() {
        byte[] classes = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            int bits = Character.isLetter(c) ? LETTER : 0;
            bits |= Character.isUpperCase(c) ? UPPER : 0;
            bits |= Character.isLowerCase(c) ? LOWER : 0;
            bits |= (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ? UNSPACED : 0;
            bits |= c >= '0' && c <= '9' ? DIGIT : 0;
            bits |= Character.isSurrogate((char) c) ? SURROGATE : 0;
            classes[c] = (byte) bits;
        }
        return classes;
    }

    private static boolean is(char c, int bits) {
        return (CLASSES[c] & bits) != 0;
    }

    /** A letter of any script. */
    public static boolean isLetter(char c) {
        return is(c, LETTER);
    }

    /** A capital letter. */
    public static boolean isUpper(char c) {
        return is(c, UPPER);
    }

    /** A small letter. */
    public static boolean isLower(char c) {
        return is(c, LOWER);
    }

    /** A digit from 0 to 9. */
    public static boolean isDigit(char c) {
        return is(c, DIGIT);
    }

    /** A letter, a digit from 0 to 9, or half of a character beyond the basic plane. */
    public static boolean isWordPart(char c) {
        return is(c, LETTER | DIGIT | SURROGATE);
    }

    /** A letter that stands only at the end of a word, whatever follows: so in Urdu, where blanks get lost. */
    public static boolean endsWord(char c) {
        return c == 'ے' || c == 'ں';
    }

    /** A character of a script written without blanks between words. */
    public static boolean isUnspaced(char c) {
        return is(c, UNSPACED);
    }
}
