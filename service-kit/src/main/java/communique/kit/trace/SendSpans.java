package communique.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reports a span for every record a producer is given; the record carries it on to whoever reads it. */
public final class SendSpans implements ProducerInterceptor<Object, Object> {
    private Tracer tracer;

    @Override
    public void configure(Map<String, ?> config) {
        tracer = Tracing.tracer();
    }

    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> record) {
        Span span = tracer.spanBuilder("send " + record.topic())
                .setSpanKind(SpanKind.PRODUCER)
                .setParent(RecordTrace.parent(record.headers()))
                .setAttribute(RecordTrace.SYSTEM, "kafka")
                .setAttribute(RecordTrace.TOPIC, record.topic())
                .setAttribute(RecordTrace.OPERATION, "send")
                .setAttribute(RecordTrace.OPERATION_TYPE, "send")
                .setAttribute(RecordTrace.TOMBSTONE, record.value() == null ? true : null)
                .startSpan();
        RecordTrace.carry(span, record.headers());
        span.end();
        return record;
    }

    @Override
    public void close() {
        // Nothing is held: spans are handed over as they end.
    }
}
