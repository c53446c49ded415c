package communique.analysis;

/** Turns UTF-16 offsets, asked in rising order, into offsets of code points. */
final class CodePoints {
    private final String text;
    private int units;
    private int points;

    CodePoints(String text) {
        this.text = text;
    }

    /** Offset in code points of a UTF-16 offset. */
    int at(int offset) {
        if (offset < units) {
            return text.codePointCount(0, offset);
        }
        points += text.codePointCount(units, offset);
        units = offset;
        return points;
    }
}
