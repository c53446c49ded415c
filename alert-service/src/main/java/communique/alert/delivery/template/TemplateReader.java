package communique.alert.delivery.template;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import communique.alert.delivery.template.Node.Fields;
import communique.alert.delivery.template.Node.Fixed;
import communique.alert.delivery.template.Node.Items;
import communique.alert.delivery.template.Node.Text;
import communique.kit.config.InvalidConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a template from YAML, of which JSON is a part. */
final class TemplateReader {
    // Texts from outside are escaped before they come here, so that no form of a tag leaves one as it is.
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .withEscaper(text -> text)
            .withCollector(new LookUp())
            .strictSections(true)
            .nullValue("");

    private final String channel;
    private final Path file;

    TemplateReader(String channel, Path file) {
        this.channel = channel;
        this.file = file;
    }

    /**
     * Reads it.
     *
     * @throws InvalidConfigException naming file and line of a mistake
     */
    Node read() {
        try (JsonParser parser = new YAMLFactory()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .createParser(Files.readString(file))) {
            if (parser.nextToken() == null) {
                throw wrong(1, "is empty");
            }
            return node(parser);
        } catch (JsonProcessingException e) {
            String first = e.getOriginalMessage().lines().findFirst().orElse("");
            throw wrong(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), first);
        } catch (IOException e) {
            throw new InvalidConfigException("channel " + channel, "cannot read the template '" + file + "'");
        }
    }

    private InvalidConfigException wrong(int line, String why) {
        return new InvalidConfigException("channel " + channel, file + " line " + line + ": " + why);
    }

    private Node node(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> items(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Fixed(DecimalNode.valueOf(parser.getDecimalValue()));
            case VALUE_TRUE, VALUE_FALSE -> new Fixed(BooleanNode.valueOf(parser.getBooleanValue()));
            case VALUE_NULL -> new Fixed(NullNode.getInstance());
            default -> text(parser.getText(), parser.currentTokenLocation().getLineNr());
        };
    }

    private Node fields(JsonParser parser) throws IOException {
        Map<String, Node> nodes = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            nodes.put(key, node(parser));
        }
        return new Fields(nodes);
    }

    private Node items(JsonParser parser) throws IOException {
        List<Node> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nodes.add(node(parser));
        }
        return new Items(nodes);
    }

    private Node text(String text, int line) {
        try {
            return new Text(COMPILER.compile(text), line);
        } catch (MustacheException e) {
            throw wrong(line, e.getMessage());
        }
    }
}
