package communique.kit.kafka;

import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Stamps the records of a stream with {@link EventHeaders}, continuing the trace of the record they come from. */
public final class EventStamp<V> extends ContextualFixedKeyProcessor<String, V, V> {
    private final EventHeaders headers;
    private final String type;
    private final Function<V, String> id;
    private final Function<V, Instant> time;

    private EventStamp(EventHeaders headers, String type, Function<V, String> id, Function<V, Instant> time) {
        this.headers = headers;
        this.type = type;
        this.id = id;
        this.time = time;
    }

    /**
     * Makes stamps.
     *
     * @param service the service the events come from
     * @param type type of the events
     * @param id gives an event's id
     * @param time gives an event's time
     */
    public static <V> FixedKeyProcessorSupplier<String, V, V> of(
            String service, String type, Function<V, String> id, Function<V, Instant> time) {
        EventHeaders headers = new EventHeaders(service);
        return () -> new EventStamp<>(headers, type, id, time);
    }

    @Override
    public void process(FixedKeyRecord<String, V> record) {
        headers.stamp(record.headers(), type, id.apply(record.value()), time.apply(record.value()));
        context().forward(record);
    }
}
