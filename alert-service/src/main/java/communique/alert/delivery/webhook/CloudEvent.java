package communique.alert.delivery.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.channel.Notice;
import communique.alert.view.SafeText;
import communique.schemas.v1.Alert;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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

    /** Standard Webhooks: payloads are below 20 kB. */
    private static final int LARGEST = 20_000;

    private static final String SCHEMA = "urn:communique:alert-event:v1";
    /** A notice has few short lines; these hold whatever is in them. */
    private static final int NOTICE_LINES = 20;

    private static final int NOTICE_TEXT = 200;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record NoticeJson(String title, List<String> lines) {}

    /** The fullest event that is small enough. */
    static CloudEvent of(Message message) {
        CloudEvent event = null;
        for (EventData size : EventData.sizes(message.alerts(), LARGEST)) {
            event = of(message, size);
            if (event.bytes().length < LARGEST) {
                return event;
            }
        }
        return event;
    }

    private static CloudEvent of(Message message, EventData size) {
        if (message.notice().isPresent()) {
            Notice notice = message.notice().get();
            return event(
                    message,
                    "communique.notice.v1",
                    message.id(),
                    notice.at(),
                    new NoticeJson(
                            fit(notice.title()),
                            notice.lines().stream()
                                    .limit(NOTICE_LINES)
                                    .map(CloudEvent::fit)
                                    .toList()));
        }
        if (message.alerts().size() > 1) {
            return several(message, size);
        }
        Alert alert = message.alert();
        String type = "communique.alert." + alert.getKind().name().toLowerCase(Locale.ROOT) + ".v1";
        return event(message, type, alert.getId(), alert.getUpdated(), size.of(alert));
    }

    private static String fit(String text) {
        return text.length() <= NOTICE_TEXT ? text : SafeText.fit(text, NOTICE_TEXT, character -> character);
    }

    private static CloudEvent several(Message message, EventData size) {
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
                size.of(alerts));
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
