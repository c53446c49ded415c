package communique.kit.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The keys of a YAML text, looked through before records are made of it. Jackson makes a record first and only then
 * tells of unknown keys, so that a mistyped key would be told as a missing one; and it tells the line where a record
 * ends.
 */
final class YamlKeys {
    private final ObjectMapper mapper;
    private final String name;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    /**
     * Looks through a text.
     *
     * @param name what to call it in messages
     * @param type the record it is meant to become
     */
    YamlKeys(ObjectMapper mapper, String yaml, String name, Class<?> type) throws IOException {
        this.mapper = mapper;
        this.name = name;
        try (JsonParser parser = mapper.createParser(yaml)) {
            if (parser.nextToken() == null || parser.currentToken() == JsonToken.VALUE_NULL) {
                problems.add(new ConfigProblem(name, "it is empty"));
            } else {
                look(parser, mapper.constructType(type), "");
            }
            if (parser.nextToken() != null) {
                problems.add(new ConfigProblem(name, "it is more than one document; only one can be read"));
            }
        }
    }

    /** Every unknown key with its place; also that the text is empty or more than one document. */
    List<ConfigProblem> problems() {
        return problems;
    }

    /** A place for people, such as {@code feeds.yaml line 3 at feeds[0].interval}. */
    String place(String path) {
        return name + " line " + lines.getOrDefault(path, 1) + (path.isEmpty() ? "" : " at " + path);
    }

    private void look(JsonParser parser, JavaType type, String path) throws IOException {
        lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            lookIntoObject(parser, type, path);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                look(parser, type.isContainerType() ? type.getContentType() : type, path + "[" + index + "]");
            }
        }
    }

    private void lookIntoObject(JsonParser parser, JavaType type, String path) throws IOException {
        Map<String, JavaType> known = type.isRecordType() ? properties(type) : Map.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            lines.put(keyPath, parser.currentTokenLocation().getLineNr());
            if (type.isRecordType() && !known.containsKey(key)) {
                problems.add(new ConfigProblem(place(keyPath), unknown(key, known)));
                parser.nextToken();
                parser.skipChildren();
            } else {
                parser.nextToken();
                look(parser, known.getOrDefault(key, type.isContainerType() ? type.getContentType() : type), keyPath);
            }
        }
    }

    private Map<String, JavaType> properties(JavaType type) {
        Map<String, JavaType> properties = new TreeMap<>();
        for (BeanPropertyDefinition property :
                mapper.getDeserializationConfig().introspect(type).findProperties()) {
            properties.put(property.getName(), property.getPrimaryType());
            property.findAliases().forEach(alias -> properties.put(alias.getSimpleName(), property.getPrimaryType()));
        }
        return properties;
    }

    private static String unknown(String key, Map<String, JavaType> known) {
        return "unknown key '" + key + "'; "
                + Suggestion.nearest(key, known.keySet())
                        .map(meant -> "did you mean " + meant + "?")
                        .orElse("known here: " + String.join(", ", known.keySet()));
    }
}
