package communique.ingest.article;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Brings text into one form, so that equal texts are equal and offsets count what a reader sees. */
final class CleanText {
    private static final int LONGEST_LINE = 1000;

    /** Tried at the beginning of a run of blanks only: tried at each of them, a long run would take hours. */
    private static final Pattern BLANKS_AT_BREAK = Pattern.compile("(?:\\G|(?<![ \\t]))[ \\t]*+\\n[ \\t]*+");

    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern ALL_BLANKS = Pattern.compile("\\s+");
    private static final char SOFT_HYPHEN = '\u00ad';
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char ZERO_WIDTH_SPACE = '\u200b';
    private static final char REPLACEMENT = '\ufffd';

    private CleanText() {}

    /** Text of several paragraphs: one kind of line end, at most one blank line, nothing invisible. */
    static String paragraphs(String text) {
        String visible = visible(text);
        String lines = BLANKS_AT_BREAK.matcher(visible).replaceAll("\n");
        return BLANK_LINES.matcher(lines).replaceAll("\n\n").strip();
    }

    /** Text of one line, cut where no headline or by-line is so long. */
    static String line(String text) {
        String line = ALL_BLANKS.matcher(visible(text)).replaceAll(" ").strip();
        if (line.length() <= LONGEST_LINE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_LINE - 1)) ? LONGEST_LINE - 1 : LONGEST_LINE;
        return line.substring(0, end);
    }

    /**
     * Letters and their marks as one character each, without characters nobody sees; zero-width joiners stay, since
     * Persian and Urdu are spelled with them.
     */
    private static String visible(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (Character.isSurrogate(c)) {
                i += appendSurrogate(text, i, clean);
            } else if (c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f') {
                clean.append('\n');
            } else if (c == '\n' || c == '\t') {
                clean.append(c);
            } else if (Character.isSpaceChar(c)) {
                clean.append(' ');
            } else if (isVisible(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static boolean isVisible(char c) {
        return c != SOFT_HYPHEN && c != BYTE_ORDER_MARK && c != ZERO_WIDTH_SPACE && !Character.isISOControl(c);
    }

    /** Appends a pair; half a pair cannot be encoded and becomes a replacement character. Returns how many to skip. */
    private static int appendSurrogate(String text, int at, StringBuilder clean) {
        if (at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
            clean.append(text, at, at + 2);
            return 1;
        }
        clean.append(REPLACEMENT);
        return 0;
    }
}
