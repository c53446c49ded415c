package communique.analysis;

/** Turns UTF-16 offsets into offsets of code points; quick where each is asked near the one before. */
final class CodePoints {
    private final String text;
    private int units;
    private int points;

    CodePoints(String text) {
        this.text = text;
    }

    /** Offset in code points of a UTF-16 offset. */
    int at(int offset) {
        points += offset < units ? -text.codePointCount(offset, units) : text.codePointCount(units, offset);
        units = offset;
        return points;
    }
}
