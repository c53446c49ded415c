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
 */
public record Draft(Source source, Origin origin, Optional<String> guid, Content content, boolean retracted) {
    /** An article that stands. */
    public Draft(Source source, Origin origin, Optional<String> guid, Content content) {
        this(source, origin, guid, content, false);
    }

    /** The same with other content. */
    public Draft withContent(Content other) {
        return new Draft(source, origin, guid, other, retracted);
    }
}
