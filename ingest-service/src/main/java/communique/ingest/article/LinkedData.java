package communique.ingest.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says about its article in JSON-LD, by the vocabulary of schema.org.
 *
 * @param article the node that describes the article; a missing node where there is none
 */
record LinkedData(JsonNode article) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();
    private static final int MOST_NODES = 1000;

    static LinkedData of(Document page) {
        return new LinkedData(page.select("script[type=application/ld+json]").stream()
                .map(Element::data)
                .flatMap(LinkedData::parse)
                .flatMap(LinkedData::articleIn)
                .findFirst()
                .orElse(MissingNode.getInstance()));
    }

    /** A text, also where it is the first of several, or the name of a thing. */
    Optional<String> text(String field) {
        return textOf(article.path(field));
    }

    private static Optional<String> textOf(JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty() ? Optional.empty() : textOf(value.get(0));
        }
        if (value.isObject()) {
            return Stream.of("name", "@id", "url")
                    .map(value::path)
                    .filter(JsonNode::isTextual)
                    .findFirst()
                    .flatMap(LinkedData::textOf);
        }
        return Optional.of(value.asText("")).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Stream<JsonNode> parse(String json) {
        try {
            return Stream.of(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return Stream.empty();
        }
    }

    private static Stream<JsonNode> articleIn(JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        for (int seen = 0; seen < MOST_NODES && !open.isEmpty(); seen++) {
            JsonNode node = open.remove();
            if (isArticle(node.path("@type"))) {
                return Stream.of(node);
            }
            node.path("@graph").forEach(open::add);
            node.path("mainEntity").forEach(open::add);
            if (node.isArray()) {
                node.forEach(open::add);
            }
        }
        return Stream.empty();
    }

    private static boolean isArticle(JsonNode type) {
        Stream<JsonNode> types = type.isArray() ? StreamSupport.stream(type.spliterator(), false) : Stream.of(type);
        return types.map(JsonNode::asText)
                .anyMatch(name -> name.endsWith("Article") || name.equals("BlogPosting") || name.equals("Report"));
    }
}
