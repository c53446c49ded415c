package communique.ingest.article;

import java.util.Optional;

/**
 * A web page taken apart.
 *
 * @param content its article
 * @param site name of the site it belongs to
 */
public record Page(Content content, Optional<String> site) {}
