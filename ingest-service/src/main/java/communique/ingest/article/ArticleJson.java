package communique.ingest.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import communique.schemas.v1.Origin;
import communique.schemas.v1.Source;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads articles that people and programs write as JSON, in files and pushes alike. Names are those of IPTC's ninjs or
 * the plain ones beside them; fields not named here are left alone.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><td>{@code url}, {@code uri}</td><td>address</td></tr>
 * <tr><td>{@code id}, {@code guid}, {@code uri}</td><td>name within the source</td></tr>
 * <tr><td>{@code title}, {@code headline}</td><td>headline</td></tr>
 * <tr><td>{@code text}, {@code body_text}</td><td>main text; goes before HTML</td></tr>
 * <tr><td>{@code html}, {@code body_html}, {@code body_xhtml}</td><td>main text as markup, without the page around
 * it</td></tr>
 * <tr><td>{@code language}</td><td>BCP 47</td></tr>
 * <tr><td>{@code author}, {@code byline}</td><td>by-line</td></tr>
 * <tr><td>{@code published}, {@code versioncreated}</td><td>publication time, ISO 8601</td></tr>
 * <tr><td>{@code source}</td><td>the outlet's name, or an object with {@code id}, {@code name}, {@code country},
 * {@code official}</td></tr>
 * <tr><td>{@code pubstatus}</td><td>{@code canceled} takes the article back</td></tr>
 * </table>
 */
public final class ArticleJson {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(Limits.JSON_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String SOURCE = "source";
    private static final String CANCELED = "canceled";
    private static final List<String> STATUSES = List.of("usable", "withheld", CANCELED);

    private final Origin origin;
    private final Source fallback;

    /**
     * A reader for one way in.
     *
     * @param fallback the outlet of articles that name none and have no address
     */
    public ArticleJson(Origin origin, Source fallback) {
        this.origin = origin;
        this.fallback = fallback;
    }

    /** Parses JSON of any kind, which is in UTF-8. */
    public static Verdict<JsonNode> parse(byte[] json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            JsonNode node = JSON.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
            return node.isMissingNode()
                    ? Verdict.unfit(RejectionReason.EMPTY, "there is nothing in it")
                    : Verdict.fit(node);
        } catch (CharacterCodingException e) {
            return Verdict.unfit(RejectionReason.WRONG_ENCODING, "JSON is in UTF-8, and this is not");
        } catch (JsonProcessingException e) {
            return Verdict.unfit(RejectionReason.BROKEN_JSON, e.getOriginalMessage());
        }
    }

    /** Reads one article. */
    public Verdict<Draft> read(JsonNode node) {
        if (!node.isObject()) {
            return Verdict.unfit(RejectionReason.BROKEN_JSON, "an article is a JSON object");
        }
        JsonFields fields = new JsonFields(node);
        Optional<String> uri = fields.text("uri");
        Optional<String> url = fields.url("url")
                .or(() -> uri.filter(name -> CanonicalUrl.of(name).isPresent()));
        Content content = new Content(
                url,
                fields.text("title", "headline"),
                fields.text("text", "body_text")
                        .or(() -> fields.text("html", "body_html", "body_xhtml").map(BlockText::of))
                        .orElse(""),
                fields.text("language"),
                fields.text("author", "byline"),
                fields.date("published", "versioncreated").map(Dated::byMetadata));
        Optional<String> guid = fields.text("id", "guid").or(() -> uri.filter(name -> url.isEmpty()));
        boolean retracted =
                fields.word("pubstatus", STATUSES).filter(CANCELED::equals).isPresent();
        Draft draft = new Draft(source(fields, url), origin, guid, content, retracted);
        return fields.problem().<Verdict<Draft>>map(Verdict.Unfit::new).orElseGet(() -> Verdict.fit(draft));
    }

    private Source source(JsonFields article, Optional<String> url) {
        JsonFields own = article.object(SOURCE);
        Optional<String> name = article.isText(SOURCE) ? article.text(SOURCE) : own.text("name");
        Source outlet = Outlet.at(url, name)
                .or(() -> name.map(given -> Outlet.named(given, given)))
                .orElse(fallback);
        return Source.newBuilder(outlet)
                .setId(own.text("id").orElse(outlet.getId()))
                .setCountry(own.country("country").orElse(outlet.getCountry().orElse(null)))
                .setOfficial(own.flag("official").orElse(outlet.getOfficial()))
                .build();
    }
}
