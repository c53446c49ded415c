package communique.alert.delivery.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.channel.Notice;
import communique.alert.view.AlertJson;
import communique.schemas.v1.Alert;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A message as a CloudEvent in structured JSON. The same in every attempt, to the byte.
 *
 * @param specversion of CloudEvents
 * @param id of the message
 * @param source who tells
 * @param type what happened: {@code communique.alert.new.v1}, {@code .updated.v1}, {@code .corrected.v1};
 *     {@code communique.alerts.v1} for several alerts; {@code communique.notice.v1}
 * @param subject id of the alert; of the story where several have it; else of the message
 * @param time when it happened: publication of the article that caused the latest revision; when a notice was made
 * @param datacontenttype of the data
 * @param dataschema names the schema of the whole event, see docs/alert-event.v1.schema.json
 * @param data the alert; {@code {"alerts": [...]}} for several; title and lines of a notice
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
        String dataschema,
        Object data) {
    static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final String SCHEMA = "urn:communique:alert-event:v1";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record NoticeJson(String title, List<String> lines) {}

    static CloudEvent of(Message message) {
        if (message.notice().isPresent()) {
            Notice notice = message.notice().get();
            return event(
                    message,
                    "communique.notice.v1",
                    message.id(),
                    notice.at(),
                    new NoticeJson(notice.title(), notice.lines()));
        }
        if (message.alerts().size() > 1) {
            return several(message);
        }
        Alert alert = message.alert();
        String type = "communique.alert." + alert.getKind().name().toLowerCase(Locale.ROOT) + ".v1";
        return event(message, type, alert.getId(), alert.getUpdated(), AlertJson.of(alert));
    }

    private static CloudEvent several(Message message) {
        List<Alert> alerts = message.alerts();
        List<String> stories = alerts.stream().map(Alert::getStoryId).distinct().toList();
        return event(
                message,
                "communique.alerts.v1",
                stories.size() == 1 ? stories.get(0) : message.id(),
                alerts.stream()
                        .map(Alert::getUpdated)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                Map.of("alerts", alerts.stream().map(AlertJson::of).toList()));
    }

    private static CloudEvent event(Message message, String type, String subject, Instant time, Object data) {
        return new CloudEvent(
                "1.0",
                message.id(),
                "/communique/alert",
                type,
                subject,
                time.toString(),
                "application/json",
                SCHEMA,
                data);
    }

    byte[] bytes() {
        try {
            return MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
