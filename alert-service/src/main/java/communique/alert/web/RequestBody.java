package communique.alert.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads the body of a request; says in words of the API what is wrong with one. */
final class RequestBody {
    private static final String NO_OBJECT = "the body must be one JSON object; see /openapi.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RequestBody() {}

    /**
     * What a body says.
     *
     * @throws IllegalArgumentException where it says something else than is asked for
     */
    static <T> T read(String body, Class<T> type) {
        T read;
        try {
            read = MAPPER.readValue(body, type);
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(
                    "unknown key '" + e.getPropertyName() + "'; there are "
                            + e.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .toList(),
                    e);
        } catch (MismatchedInputException e) {
            throw new IllegalArgumentException(mismatch(e), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body is no JSON, line " + line(e), e);
        }
        if (read == null) {
            throw new IllegalArgumentException(NO_OBJECT);
        }
        return read;
    }

    private static String mismatch(MismatchedInputException mismatch) {
        String key = mismatch.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return key.isEmpty() ? NO_OBJECT : key + " must be " + kind(mismatch.getTargetType());
    }

    private static String kind(Class<?> type) {
        if (List.class.isAssignableFrom(type)) {
            return "a list of texts";
        }
        return type == Boolean.class ? "true or false" : "a text";
    }

    private static String line(JsonProcessingException e) {
        return e.getLocation() == null
                ? "1"
                : e.getLocation().getLineNr() + " column " + e.getLocation().getColumnNr();
    }
}
