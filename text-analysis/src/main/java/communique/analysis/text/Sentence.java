package communique.analysis.text;

/**
 * A sentence as a range of units.
 *
 * @param from first unit
 * @param to unit after the last
 * @param paragraph running number of its paragraph
 * @param heading whether it stands on a line of its own and ends without a full stop
 * @param beginsQuoted whether it begins inside a quotation that an earlier sentence opened
 * @param endsQuoted whether a quotation is still open at its end
 */
public record Sentence(int from, int to, int paragraph, boolean heading, boolean beginsQuoted, boolean endsQuoted) {
    /** The sentence without what stands before a unit, such as its dateline. */
    public Sentence from(int unit) {
        return new Sentence(unit, to, paragraph, heading, beginsQuoted, endsQuoted);
    }
}
