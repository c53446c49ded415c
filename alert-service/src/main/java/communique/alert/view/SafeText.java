package communique.alert.view;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text from the world made fit to be shown: one line, no control characters, nothing that turns the direction of what
 * stands beside it, no half characters.
 */
public final class SafeText {
    /** White space, C0 and C1 controls, and what Unicode breaks lines with. */
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");

    /** Marks, embeddings, overrides and isolates of the bidirectional algorithm; tags; byte order mark. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\x{E0000}-\\x{E007F}]");

    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    /** Longest cluster that is taken for a character of a real script or an emoji; the rest is a prank. */
    private static final int LONGEST_GRAPHEME = 32;

    /** No text is looked at beyond this many chars: more than any form of ours shows. */
    private static final int LOOKED_AT = 20_000;

    private SafeText() {}

    /** The text on one line, without anything invisible that acts. */
    public static String line(String text) {
        String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        String whole = LONE_SURROGATE.matcher(start).replaceAll("\uFFFD");
        return BREAKS.matcher(INVISIBLE.matcher(whole).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /**
     * As much of the text as fits, cut between characters as people see them, with an ellipsis where something is cut.
     *
     * @param max longest result in chars, as {@code escape} makes them; at least 1
     * @param escape applied to each character, so that no escape is cut in two
     */
    public static String fit(String text, int max, UnaryOperator<String> escape) {
        boolean cut = text.length() > LOOKED_AT;
        StringBuilder fitting = new StringBuilder();
        int beforeEllipsis = 0;
        Matcher graphemes = GRAPHEME.matcher(line(text));
        while (graphemes.find()) {
            String next = escape.apply(shown(graphemes.group()));
            if (fitting.length() + next.length() > max) {
                cut = true;
                break;
            }
            fitting.append(next);
            beforeEllipsis = fitting.length() < max ? fitting.length() : beforeEllipsis;
        }
        if (cut) {
            fitting.setLength(beforeEllipsis);
            return fitting.toString().stripTrailing() + "…";
        }
        return fitting.toString();
    }

    private static String shown(String grapheme) {
        return grapheme.length() > LONGEST_GRAPHEME ? "\uFFFD" : grapheme;
    }
}
