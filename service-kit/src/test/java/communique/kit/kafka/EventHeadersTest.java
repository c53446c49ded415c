package communique.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventHeadersTest {
    private static final Instant TIME = Instant.parse("2026-03-02T09:00:00.123Z");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final EventHeaders events = new EventHeaders("enrich");
    private final Headers headers = new RecordHeaders();

    @Test
    void areReadByTheCloudEventsLibrary() {
        events.stamp(headers, "communique.article.enriched.v1", "a1", TIME);

        CloudEvent event =
                KafkaMessageFactory.createReader(headers, new byte[] {1, 2}).toEvent();

        assertThat(event.getId()).isEqualTo("a1");
        assertThat(event.getType()).isEqualTo("communique.article.enriched.v1");
        assertThat(event.getSource()).hasToString("/communique/enrich");
        assertThat(event.getTime()).isEqualTo(TIME.atOffset(ZoneOffset.UTC));
        assertThat(event.getDataContentType()).isEqualTo("application/avro");
        assertThat(event.getExtension("traceparent")).isEqualTo(text("traceparent"));
        assertThat(event.getData().toBytes()).containsExactly(1, 2);
    }

    @Test
    void beginATrace() {
        events.stamp(headers, "t", "a1", TIME);
        String first = text("traceparent");
        Headers others = new RecordHeaders();
        events.stamp(others, "t", "a2", TIME);

        assertThat(first).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(text(others, "traceparent")).isNotEqualTo(first);
    }

    @Test
    void continueATrace() {
        headers.add("traceparent", TRACE.getBytes(StandardCharsets.UTF_8));

        events.stamp(headers, "t", "a1", TIME);

        assertThat(text("traceparent")).isEqualTo(TRACE);
        assertThat(text("ce_traceparent")).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "garbage", "00-00000000000000000000000000000000-b7ad6b7169203331-01"})
    void beginATraceWhereTheOneThatIsThereIsBroken(String broken) {
        headers.add("traceparent", broken == null ? null : broken.getBytes(StandardCharsets.UTF_8));

        events.stamp(headers, "t", "a1", TIME);

        assertThat(text("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .isNotEqualTo(broken);
    }

    @Test
    void replaceTheOnesOfTheRecordThatCausedTheEvent() {
        new EventHeaders("ingest").stamp(headers, "communique.article.raw.v1", "a0", TIME.minusSeconds(9));

        events.stamp(headers, "communique.article.enriched.v1", "a1", TIME);

        assertThat(headers.headers("ce_id")).hasSize(1);
        assertThat(text("ce_id")).isEqualTo("a1");
        assertThat(text("ce_source")).isEqualTo("/communique/enrich");
    }

    private String text(String name) {
        return text(headers, name);
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
