package communique.kit.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            // What is nested too deeply is refused without a place.
            String line =
                    e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            throw new InvalidConfigException(name + line, withoutExcerpt(e.getOriginalMessage()));
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
        if (e.getOriginalMessage().startsWith("Cannot map `null`")) {
            return "it is missing";
        }
        if (e.getCause() instanceof NullPointerException) {
            return "a value is missing in it";
        }
        return e instanceof MismatchedInputException mismatch
                ? mismatch(mismatch)
                : withoutExcerpt(e.getOriginalMessage());
    }

    /** What is wanted instead, in words of the file and not of the code that reads it. */
    private static String mismatch(MismatchedInputException mismatch) {
        Class<?> wanted = mismatch.getTargetType();
        if (mismatch instanceof InvalidFormatException format && wanted.isEnum()) {
            List<String> known = Stream.of(wanted.getEnumConstants())
                    .map(constant -> MAPPER.convertValue(constant, String.class))
                    .toList();
            String given = String.valueOf(format.getValue());
            return "'" + given + "' is none of " + String.join(", ", known)
                    + Suggestion.nearest(given, known)
                            .map(meant -> "; did you mean " + meant + "?")
                            .orElse("");
        }
        String given = mismatch instanceof InvalidFormatException format
                ? "'" + format.getValue() + "' is not "
                : "it is not ";
        return given + kind(wanted);
    }

    private static String kind(Class<?> wanted) {
        if (wanted == null || wanted.isRecord() || Map.class.isAssignableFrom(wanted)) {
            return "keys and values, such as key: value";
        }
        if (Collection.class.isAssignableFrom(wanted)) {
            return "a list, such as [one, two]";
        }
        if (wanted == Boolean.class || wanted == boolean.class) {
            return "true or false";
        }
        return Number.class.isAssignableFrom(wanted) || wanted.isPrimitive() ? "a number" : "a text";
    }

    /** The YAML parser's message without the lines, indented, that show the place once more. */
    private static String withoutExcerpt(String message) {
        return message.lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining(", "));
    }
}
