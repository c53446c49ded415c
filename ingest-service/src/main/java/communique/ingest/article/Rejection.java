package communique.ingest.article;

/**
 * Why something is not taken in.
 *
 * @param reason one of a closed set
 * @param detail a sentence for people
 * @param pointer JSON pointer to the field at fault; empty where it is the whole
 */
public record Rejection(RejectionReason reason, String detail, String pointer) {
    /** One line for people. */
    @Override
    public String toString() {
        return reason.tag() + ": " + detail + (pointer.isEmpty() ? "" : " (at " + pointer + ")");
    }
}
