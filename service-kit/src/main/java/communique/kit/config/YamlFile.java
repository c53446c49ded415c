package communique.kit.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
        } catch (NoSuchFileException e) {
            throw new InvalidConfigException(file.toString(), "there is no such file");
        } catch (CharacterCodingException e) {
            throw new InvalidConfigException(file.toString(), "is not UTF-8 text");
        } catch (IOException e) {
            throw new InvalidConfigException(file.toString(), "cannot be read: " + e);
        }
    }

    /**
     * Reads a text.
     *
     * @param name what to call it in messages
     * @throws InvalidConfigException naming the text, the place in it and the mend
     */
    public static <T> T read(String yaml, String name, Class<T> type) {
        try {
            YamlKeys keys = new YamlKeys(MAPPER, yaml, name, type);
            if (!keys.problems().isEmpty()) {
                throw new InvalidConfigException(keys.problems());
            }
            return make(yaml, keys, type);
        } catch (JsonProcessingException e) {
            throw new InvalidConfigException(
                    name + " line " + e.getLocation().getLineNr(), withoutExcerpt(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T make(String yaml, YamlKeys keys, Class<T> type) throws JsonProcessingException {
        try {
            return MAPPER.readValue(yaml, type);
        } catch (JsonMappingException e) {
            throw new InvalidConfigException(keys.place(path(e)), message(e));
        }
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.substring(path.startsWith(".") ? 1 : 0);
    }

    private static String message(JsonMappingException e) {
        if (e.getCause() instanceof IllegalArgumentException own) {
            return own.getMessage();
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            // Of a type that the file itself names, so the keys could not be looked through before.
            return YamlKeys.unknown(
                    unknown.getPropertyName(),
                    unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .toList());
        }
        if (e instanceof InvalidFormatException wrong && !wrong.getTargetType().isEnum()) {
            return "'" + wrong.getValue() + "' is not " + kind(wrong.getTargetType());
        }
        return e.getOriginalMessage().startsWith("Cannot map `null`")
                ? "it is missing"
                : withoutExcerpt(e.getOriginalMessage());
    }

    private static String kind(Class<?> type) {
        return type == boolean.class || type == Boolean.class ? "true or false" : "a number that fits here";
    }

    /** The YAML parser's message without the lines, indented, that show the place once more. */
    private static String withoutExcerpt(String message) {
        return message.lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining(", "));
    }
}
