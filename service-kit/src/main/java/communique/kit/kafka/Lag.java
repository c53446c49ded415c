package communique.kit.kafka;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How many records wait to be read by a stream, as its consumers count them. */
final class Lag {
    private Lag() {}

    /** Over all partitions; those that read changelogs to restore a store are left out. */
    static long of(Map<MetricName, ? extends Metric> metrics) {
        return metrics.entrySet().stream()
                .filter(entry -> isOfInput(entry.getKey()))
                .map(entry -> entry.getValue().metricValue())
                .mapToDouble(lag -> lag instanceof Double records && records > 0 ? records : 0)
                .mapToLong(Math::round)
                .sum();
    }

    /** Kafka Streams names its clients so. */
    private static boolean isOfInput(MetricName metric) {
        String client = metric.tags().getOrDefault("client-id", "");
        return metric.name().equals("records-lag")
                && client.endsWith("-consumer")
                && !client.endsWith("-restore-consumer")
                && !client.endsWith("-global-consumer");
    }
}
