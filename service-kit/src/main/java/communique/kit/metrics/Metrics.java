package communique.kit.metrics;

import communique.kit.lifecycle.Closers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;

/** The meters of one service process: its own, the JVM's and Kafka's. */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Closers binders = new Closers(Duration.ofSeconds(5));
    private final Map<Object, KafkaClientMetrics> clients = new ConcurrentHashMap<>();

    /** With the JVM's meters. */
    public Metrics() {
        bind(new JvmGcMetrics());
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** A counter of a service's catalogue. */
    public Counter counter(MeterDefinition meter, String... tags) {
        return Counter.builder(meter.meterName())
                .description(meter.doc())
                .tags(tags)
                .register(registry);
    }

    /** A timer of a service's catalogue, as a histogram. */
    public Timer timer(MeterDefinition meter, String... tags) {
        return Timer.builder(meter.meterName())
                .description(meter.doc())
                .tags(tags)
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5))
                .register(registry);
    }

    /** Shows whether the service is ready. */
    public void watchReady(BooleanSupplier ready) {
        Gauge.builder("communique.ready", ready, asked -> asked.getAsBoolean() ? 1 : 0)
                .description("1 while /readyz passes, else 0")
                .strongReference(true)
                .register(registry);
    }

    /** Adds a consumer's own meters. */
    public <C extends Consumer<?, ?>> C watch(C consumer) {
        return watch(consumer, new KafkaClientMetrics(consumer));
    }

    /** Adds a producer's own meters. */
    public <P extends Producer<?, ?>> P watch(P producer) {
        return watch(producer, new KafkaClientMetrics(producer));
    }

    private <C> C watch(C client, KafkaClientMetrics meters) {
        meters.bindTo(registry);
        clients.put(client, meters);
        return client;
    }

    /** Takes the meters of a consumer or producer away that is closed before the process ends. */
    public void release(Object client) {
        Optional.ofNullable(clients.remove(client)).ifPresent(KafkaClientMetrics::close);
    }

    /** Adds the meters of a Kafka Streams application. */
    public void watch(KafkaStreams streams) {
        bind(new KafkaStreamsMetrics(streams));
    }

    /** For meters no method here makes. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Everything as Prometheus text. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        clients.keySet().forEach(this::release);
        binders.close();
        registry.close();
    }

    private void bind(MeterBinder binder) {
        binder.bindTo(registry);
        if (binder instanceof AutoCloseable closeable) {
            binders.add(binder.getClass().getSimpleName(), closeable);
        }
    }
}
