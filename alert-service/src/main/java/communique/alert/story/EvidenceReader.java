package communique.alert.story;

import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Evidence;
import communique.schemas.v1.Statement;
import java.util.Optional;

/** Finds the paragraph a statement stands in. */
final class EvidenceReader {
    /**
     * Longest context on either side of the sentence, in code points: a page without paragraphs is not copied whole.
     */
    private static final int CONTEXT = 400;

    private final EnrichedArticle article;
    private final int[] text;

    EvidenceReader(EnrichedArticle article) {
        this.article = article;
        this.text = article.getText().codePoints().toArray();
    }

    /**
     * Where an article says something.
     *
     * @param repeats id of the earlier statement it says again
     */
    Evidence of(Statement statement, Optional<String> repeats) {
        int start = Math.min(Math.max(statement.getStart(), 0), text.length);
        int end = Math.min(Math.max(statement.getEnd(), start), text.length);
        int from = start;
        while (from > 0 && text[from - 1] != '\n' && start - from < CONTEXT) {
            from--;
        }
        int to = end;
        while (to < text.length && text[to] != '\n' && to - end < CONTEXT) {
            to++;
        }
        return new Evidence(
                article.getId(),
                statement.getId(),
                repeats.orElse(null),
                statement.getText(),
                new String(text, from, to - from),
                start - from,
                end - from);
    }
}
