package communique.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Reports a span for every record a topology reads: from the first of its processors that sees the record until all of
 * them are done with it. What is sent meanwhile belongs to it.
 */
public final class ProcessSpans implements ProcessorWrapper {
    private Tracer tracer;

    @Override
    public void configure(Map<String, ?> config) {
        tracer = Tracing.tracer();
    }

    @Override
    public <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            String name, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
        return ProcessorWrapper.asWrapped(new ProcessorSupplier<>() {
            @Override
            public Processor<KIn, VIn, KOut, VOut> get() {
                return new Traced<>(supplier.get());
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return supplier.stores();
            }
        });
    }

    @Override
    public <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier) {
        return ProcessorWrapper.asWrappedFixedKey(new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<KIn, VIn, VOut> get() {
                return new TracedFixedKey<>(supplier.get());
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return supplier.stores();
            }
        });
    }

    private void trace(Optional<RecordMetadata> from, Headers headers, Object value, Runnable work) {
        if (Span.current().getSpanContext().isValid()) {
            work.run();
            return;
        }
        String topic = from.map(RecordMetadata::topic).orElse("");
        Span span = tracer.spanBuilder("process " + topic)
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(RecordTrace.parent(headers))
                .setAttribute(RecordTrace.SYSTEM, "kafka")
                .setAttribute(RecordTrace.TOPIC, topic)
                .setAttribute(RecordTrace.OPERATION, "process")
                .setAttribute(RecordTrace.OPERATION_TYPE, "process")
                .setAttribute(RecordTrace.TOMBSTONE, value == null ? true : null)
                .startSpan();
        try {
            Context.current().with(span).wrap(work).run();
        } catch (RuntimeException failure) {
            span.setStatus(StatusCode.ERROR).recordException(failure);
            throw failure;
        } finally {
            span.end();
        }
    }

    private final class Traced<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {
        private final Processor<KIn, VIn, KOut, VOut> processor;
        private ProcessorContext<KOut, VOut> context;

        Traced(Processor<KIn, VIn, KOut, VOut> processor) {
            this.processor = processor;
        }

        @Override
        public void init(ProcessorContext<KOut, VOut> processorContext) {
            context = processorContext;
            processor.init(context);
        }

        @Override
        public void process(Record<KIn, VIn> record) {
            trace(context.recordMetadata(), record.headers(), record.value(), () -> processor.process(record));
        }

        @Override
        public void close() {
            processor.close();
        }
    }

    private final class TracedFixedKey<KIn, VIn, VOut> implements FixedKeyProcessor<KIn, VIn, VOut> {
        private final FixedKeyProcessor<KIn, VIn, VOut> processor;
        private FixedKeyProcessorContext<KIn, VOut> context;

        TracedFixedKey(FixedKeyProcessor<KIn, VIn, VOut> processor) {
            this.processor = processor;
        }

        @Override
        public void init(FixedKeyProcessorContext<KIn, VOut> processorContext) {
            context = processorContext;
            processor.init(context);
        }

        @Override
        public void process(FixedKeyRecord<KIn, VIn> record) {
            trace(context.recordMetadata(), record.headers(), record.value(), () -> processor.process(record));
        }

        @Override
        public void close() {
            processor.close();
        }
    }
}
