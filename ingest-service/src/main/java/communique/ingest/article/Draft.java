package communique.ingest.article;

import communique.schemas.v1.Origin;
import communique.schemas.v1.Source;
import java.util.Optional;

/**
 * An article on its way in, whichever way it takes.
 *
 * @param source the outlet
 * @param origin the way in
 * @param guid name the source gave it, unique within the source
 * @param content its parts as found
 * @param retracted whether the publisher took it back
 * @param backfill whether it is from the past: read like any other, and nobody is paged for it
 */
public record Draft(
        Source source, Origin origin, Optional<String> guid, Content content, boolean retracted, boolean backfill) {
    /** An article of today. */
    public Draft(Source source, Origin origin, Optional<String> guid, Content content, boolean retracted) {
        this(source, origin, guid, content, retracted, false);
    }

    /** An article that stands. */
    public Draft(Source source, Origin origin, Optional<String> guid, Content content) {
        this(source, origin, guid, content, false);
    }

    /** The same with other content. */
    public Draft withContent(Content other) {
        return new Draft(source, origin, guid, other, retracted, backfill);
    }

    /** The same from the past. */
    public Draft asBackfill() {
        return new Draft(source, origin, guid, content, retracted, true);
    }
}
