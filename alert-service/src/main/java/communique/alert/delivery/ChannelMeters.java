package communique.alert.delivery;

import communique.alert.delivery.channel.ChannelConfig;
import communique.kit.metrics.Metrics;
import communique.schemas.v1.Delivery;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The meters of one channel. */
final class ChannelMeters {
    private final Metrics metrics;
    private final String[] tags;
    private final Clock clock;
    private volatile long pending;
    private volatile boolean disabled;
    private volatile Optional<Instant> oldest = Optional.empty();

    ChannelMeters(Metrics metrics, ChannelConfig channel, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
        this.tags = new String[] {"integration", channel.type(), "channel", channel.name()};
        gauge(DeliveryMeter.PENDING, () -> pending);
        gauge(DeliveryMeter.OLDEST, this::oldestAge);
        gauge(DeliveryMeter.DISABLED, () -> disabled ? 1 : 0);
    }

    private void gauge(DeliveryMeter meter, Supplier<Number> value) {
        Gauge.builder(meter.meterName(), value)
                .description(meter.doc())
                .tags(Tags.of(tags))
                .register(metrics.registry());
    }

    private double oldestAge() {
        return oldest.map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    /** One attempt, as it is recorded. */
    void attempted(Delivery delivery) {
        metrics.counter(DeliveryMeter.NOTIFICATIONS, tags).increment();
        delivery.getTookMillis()
                .ifPresent(took -> metrics.timer(DeliveryMeter.LATENCY, tags).record(Duration.ofMillis(took)));
        switch (delivery.getStatus()) {
            case RETRYING -> count(DeliveryMeter.FAILED, delivery);
            case REJECTED -> {
                count(DeliveryMeter.FAILED, delivery);
                count(DeliveryMeter.GIVEN_UP, delivery);
            }
            default -> {}
        }
    }

    /** One alert not sent on purpose, as it is recorded. */
    void suppressed(Delivery delivery) {
        count(DeliveryMeter.SUPPRESSED, delivery);
    }

    void undecodable() {
        metrics.counter(DeliveryMeter.UNDECODABLE, tags).increment();
    }

    /** Whether nothing is sent until somebody enables the channel. */
    void disabled(boolean now) {
        disabled = now;
    }

    /** What waits now. */
    void waiting(long count, Optional<Instant> since) {
        pending = count;
        oldest = since;
    }

    private void count(DeliveryMeter meter, Delivery delivery) {
        String[] withReason = Stream.concat(
                        Stream.of(tags),
                        Stream.of("reason", delivery.getReason().orElse("other")))
                .toArray(String[]::new);
        metrics.counter(meter, withReason).increment();
    }
}
