package communique.analysis.phrase;

/**
 * How a language orders its words, as far as it matters for telling who speaks.
 *
 * @param language BCP 47 code
 * @param ownerBefore whether the country may stand before its office: "China's foreign ministry"
 * @param ownerAfter whether the country may stand after its office: "the foreign ministry of China"
 * @param speakerAfterVerb whether the speaker may follow the verb: "said Lavrov"
 * @param longestName so many units an unknown name after an office has at most
 */
public record WordOrder(
        String language, boolean ownerBefore, boolean ownerAfter, boolean speakerAfterVerb, int longestName) {
    /** Whether an owner always stands behind what is owned, so that a name right behind a noun belongs to it. */
    boolean ownersFollow() {
        return ownerAfter && !ownerBefore;
    }
}
