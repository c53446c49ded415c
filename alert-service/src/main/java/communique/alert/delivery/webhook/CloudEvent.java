package communique.alert.delivery.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import communique.alert.delivery.channel.Message;
import communique.alert.view.AlertJson;
import communique.schemas.v1.Alert;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A message as a CloudEvent in structured JSON. The same in every attempt, to the byte.
 *
 * @param specversion of CloudEvents
 * @param id of the message
 * @param source who tells
 * @param type what happened to the alert: {@code communique.alert.new.v1}, {@code .updated.v1}, {@code .corrected.v1}
 * @param subject id of the alert
 * @param time when it happened: publication of the article that caused this revision
 * @param datacontenttype of the data
 * @param data the alert
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">JSON event
 *     format</a>
 */
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        String time,
        String datacontenttype,
        AlertJson data) {
    static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static CloudEvent of(Message message) {
        Alert alert = message.alert();
        return new CloudEvent(
                "1.0",
                message.id(),
                "/communique/alert",
                "communique.alert." + alert.getKind().name().toLowerCase(Locale.ROOT) + ".v1",
                alert.getId(),
                alert.getUpdated().toString(),
                "application/json",
                AlertJson.of(alert));
    }

    byte[] bytes() {
        try {
            return MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
