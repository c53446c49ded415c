package communique.ingest.feed;

import communique.ingest.article.Content;
import communique.schemas.v1.Source;
import java.util.Optional;

/**
 * One entry of a feed.
 *
 * @param guid its name within the feed
 * @param content what the feed has of the article
 * @param outlet who published it, where the entry says so
 */
public record FeedEntry(Optional<String> guid, Content content, Optional<Source> outlet) {}
