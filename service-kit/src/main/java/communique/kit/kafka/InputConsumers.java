package communique.kit.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** What the consumers that read the input of a stream tell of themselves; those that restore stores are left out. */
final class InputConsumers {
    private InputConsumers() {}

    /** How many records wait to be read, over all partitions. */
    static long behind(Map<MetricName, ? extends Metric> metrics) {
        return Math.round(values(metrics, "records-lag").sum());
    }

    /** How long ago that one asked for records which did so longest ago; zero where none has yet. */
    static Duration sincePoll(Map<MetricName, ? extends Metric> metrics) {
        return Duration.ofSeconds(
                (long) values(metrics, "last-poll-seconds-ago").max().orElse(0));
    }

    /** Values greater than zero: the others stand for nothing measured yet. */
    private static DoubleStream values(Map<MetricName, ? extends Metric> metrics, String name) {
        return metrics.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name) && isOfInput(entry.getKey()))
                .map(entry -> entry.getValue().metricValue())
                .mapToDouble(value -> value instanceof Number number ? number.doubleValue() : 0)
                .filter(value -> value > 0);
    }

    /** Kafka Streams names its clients so. */
    private static boolean isOfInput(MetricName metric) {
        String client = metric.tags().getOrDefault("client-id", "");
        return client.endsWith("-consumer")
                && !client.endsWith("-restore-consumer")
                && !client.endsWith("-global-consumer");
    }
}
