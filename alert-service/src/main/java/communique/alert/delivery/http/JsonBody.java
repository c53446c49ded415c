package communique.alert.delivery.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Bodies in JSON. */
public final class JsonBody {
    /** What they are sent as. */
    public static final String TYPE = "application/json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonBody() {}

    /** A record, map or list as JSON. */
    public static byte[] of(Object value) {
        try {
            return MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
