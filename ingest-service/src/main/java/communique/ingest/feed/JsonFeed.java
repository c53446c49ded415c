package communique.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import communique.ingest.article.BlockText;
import communique.ingest.article.CanonicalUrl;
import communique.ingest.article.Content;
import communique.ingest.article.DateText;
import communique.ingest.article.Dated;
import communique.ingest.article.Limits;
import communique.ingest.fetch.FetchReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads JSON Feed, versions 1.0 and 1.1. */
final class JsonFeed {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(Limits.JSON_TOKENS)
                            .build())
                    .build())
            .build();

    private final String url;

    JsonFeed(String url) {
        this.url = url;
    }

    ParsedFeed read(String text) {
        try {
            JsonNode feed = JSON.readTree(text);
            if (!feed.path("items").isArray()) {
                return new ParsedFeed.Unreadable(FetchReason.PARSE_ERROR, "it is JSON, but no JSON Feed");
            }
            List<FeedEntry> entries = StreamSupport.stream(feed.path("items").spliterator(), false)
                    .filter(JsonNode::isObject)
                    .limit(XmlFeed.MOST_ENTRIES)
                    .map(item -> entry(item, feed))
                    .toList();
            Optional<String> home = text(feed, "home_page_url").flatMap(CanonicalUrl::of);
            return new ParsedFeed.Feed(
                    FeedForm.JSON_FEED, text(feed, "title"), Optional.empty(), EntryNames.settle(entries, home));
        } catch (JsonProcessingException e) {
            return new ParsedFeed.Unreadable(FetchReason.PARSE_ERROR, e.getOriginalMessage());
        }
    }

    private FeedEntry entry(JsonNode item, JsonNode feed) {
        Optional<String> guid = text(item, "id");
        Content content = new Content(
                text(item, "url", "external_url")
                        .flatMap(link -> CanonicalUrl.resolve(url, link))
                        .or(() -> guid.filter(name -> CanonicalUrl.of(name).isPresent())),
                text(item, "title"),
                text(item, "content_html")
                        .map(BlockText::of)
                        .or(() -> text(item, "content_text", "summary"))
                        .orElse(""),
                text(item, "language").or(() -> text(feed, "language")),
                Stream.of(
                                item.path("authors").path(0),
                                item.path("author"),
                                feed.path("authors").path(0))
                        .flatMap(author -> text(author, "name").stream())
                        .findFirst(),
                text(item, "date_published", "date_modified")
                        .flatMap(DateText::parse)
                        .map(Dated::byMetadata));
        return new FeedEntry(guid, content, Optional.empty());
    }

    /** The first of these fields that says something; ids are often numbers. */
    private static Optional<String> text(JsonNode node, String... names) {
        return Stream.of(names)
                .map(node::path)
                .filter(JsonNode::isValueNode)
                .map(value -> value.asText("").strip())
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .findFirst();
    }
}
