package communique.kit.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Reads structured configuration, such as sources, rules and channels, from YAML into records that check themselves.
 */
public final class YamlFile {
    private static final ObjectMapper MAPPER = YAMLMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @throws InvalidConfigException naming the file, the place in it and the mend
     */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return read(Files.readString(file), file.toString(), type);
        } catch (IOException e) {
            throw new InvalidConfigException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a text.
     *
     * @param name what to call it in messages
     */
    public static <T> T read(String yaml, String name, Class<T> type) {
        try {
            T value = MAPPER.readValue(yaml, type);
            return Objects.requireNonNull(value, "it is empty");
        } catch (UnrecognizedPropertyException e) {
            throw new InvalidConfigException(at(name, e), unknown(e));
        } catch (JsonMappingException e) {
            String own = e.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : null;
            throw new InvalidConfigException(at(name, e), own == null ? e.getOriginalMessage() : own);
        } catch (JsonProcessingException e) {
            throw new InvalidConfigException(name, e.getMessage());
        } catch (NullPointerException e) {
            throw new InvalidConfigException(name, e.getMessage());
        }
    }

    private static String at(String name, JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return name
                + (line > 0 ? " line " + line : "")
                + (path.isEmpty() ? "" : " at " + path.substring(path.startsWith(".") ? 1 : 0));
    }

    private static String unknown(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        var names = known.stream().map(String::valueOf).sorted().toList();
        return "unknown key '" + e.getPropertyName() + "'; "
                + Suggestion.nearest(e.getPropertyName(), names)
                        .map(meant -> "did you mean " + meant + "?")
                        .orElse("known here: " + String.join(", ", names));
    }
}
