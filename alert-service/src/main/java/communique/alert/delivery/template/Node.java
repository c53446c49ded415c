package communique.alert.delivery.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.samskivert.mustache.MustacheException;
import communique.alert.delivery.template.Template.TemplateFailure;
import java.util.List;
import java.util.Map;

/** A part of a template. */
sealed interface Node {
    /** What it makes of a message. */
    JsonNode make(Map<String, Object> context);

    /** An object. */
    record Fields(Map<String, Node> nodes) implements Node {
        @Override
        public JsonNode make(Map<String, Object> context) {
            ObjectNode made = JsonNodeFactory.instance.objectNode();
            nodes.forEach((key, node) -> made.set(key, node.make(context)));
            return made;
        }
    }

    /** An array. */
    record Items(List<Node> nodes) implements Node {
        @Override
        public JsonNode make(Map<String, Object> context) {
            ArrayNode made = JsonNodeFactory.instance.arrayNode();
            nodes.forEach(node -> made.add(node.make(context)));
            return made;
        }
    }

    /** A text with places to be filled. */
    record Text(com.samskivert.mustache.Template template, int line) implements Node {
        @Override
        public JsonNode make(Map<String, Object> context) {
            try {
                return TextNode.valueOf(template.execute(context));
            } catch (MustacheException | UnsupportedOperationException e) {
                throw new TemplateFailure(line, e);
            }
        }
    }

    /** A number, a truth value or nothing. */
    record Fixed(JsonNode value) implements Node {
        @Override
        public JsonNode make(Map<String, Object> context) {
            return value;
        }
    }
}
