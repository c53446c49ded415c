package communique.kit.kafka;

import communique.kit.trace.Tracing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The headers of every record: CloudEvents attributes in Kafka's binary mode, and W3C trace context handed on from
 * record to record.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
public final class EventHeaders {
    /** How often a dead letter has been sent again. */
    public static final String REDRIVES = "communique.redrives";

    private static final String TRACE = "traceparent";
    private static final String CLOUD_EVENTS_TRACE = "ce_traceparent";
    private static final Pattern TRACE_FORM =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String source;

    /**
     * Headers of the events of one service.
     *
     * @param service name of the service, becomes the event source
     */
    public EventHeaders(String service) {
        this.source = "/communique/" + service;
    }

    /**
     * Sets the headers of an event. A sound trace that is already there is continued, else one is begun; but where
     * OpenTelemetry is at work that is left to it, so that the trace begins with a span.
     *
     * @param type what happened, such as {@code communique.article.enriched.v1}
     * @param id unique among the events of this source
     * @param time when it happened
     */
    public void stamp(Headers headers, String type, String id, Instant time) {
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_source",
                        source,
                        "ce_type",
                        type,
                        "ce_time",
                        time.toString(),
                        "content-type",
                        "application/avro")
                .forEach((name, value) -> set(headers, name, value));
        String trace = traceOf(headers);
        if (TRACE_FORM.matcher(trace).matches()) {
            setTrace(headers, trace);
        } else if (!Tracing.isAtWork()) {
            setTrace(headers, "00-" + randomHex(16) + "-" + randomHex(8) + "-01");
        }
    }

    private static String traceOf(Headers headers) {
        Header known = headers.lastHeader(TRACE);
        return known == null || known.value() == null ? "" : new String(known.value(), StandardCharsets.UTF_8);
    }

    private static void setTrace(Headers headers, String trace) {
        set(headers, TRACE, trace);
        set(headers, CLOUD_EVENTS_TRACE, trace);
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
