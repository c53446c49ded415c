package communique.kit.kafka;

import communique.kit.config.Keys;
import communique.kit.config.Settings;
import communique.kit.trace.ProcessSpans;
import communique.kit.trace.SendSpans;
import communique.kit.trace.Tracing;
import communique.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How a service reaches broker and registry, and under which names it finds the topics.
 *
 * @param common settings for every Kafka client
 * @param producer settings for producers, on top of the common ones
 * @param consumer settings for consumers, on top of the common ones
 * @param admin settings for admin clients, on top of the common ones
 * @param streams settings for Kafka Streams, on top of all others
 * @param registry settings of the registry client
 * @param topics the topic catalogue
 */
public record KafkaSettings(
        Map<String, Object> common,
        Map<String, Object> producer,
        Map<String, Object> consumer,
        Map<String, Object> admin,
        Map<String, Object> streams,
        Map<String, Object> registry,
        Topics topics) {
    private static final String REGISTRY_URL = "registry.url";
    private static final String PREFIX = "topics.prefix";
    private static final String RETENTION = "topics.retention";
    private static final String PARTITIONS = "topics.partitions";
    private static final Pattern SUBSET = Pattern.compile("(producer|consumer|admin|streams)\\..*");

    /** Adds the keys this record is read from. */
    public static Keys define(Keys keys) {
        return Tracing.define(keys)
                .text(
                        REGISTRY_URL,
                        "http://127.0.0.1:8081/apis/ccompat/v7",
                        "Address of the schema registry's Confluent-compatible API.")
                .matching(
                        PREFIX,
                        Topics.DEFAULT_PREFIX,
                        Topics.PREFIX,
                        "lower-case letters and digits, parted by single dots",
                        "First part of every topic name.")
                .durations(
                        RETENTION,
                        Topics.names(List.of()),
                        "How long topics are kept where it differs from the catalogue, such as articles.raw.v1=14d.")
                .number(
                        PARTITIONS,
                        3,
                        1,
                        1000,
                        "Partitions of the topics that carry articles and statements, when they are created.");
    }

    /** Reads it from checked settings. */
    public static KafkaSettings of(Settings settings) {
        Map<String, Object> common = settings.passedOn(Settings.KAFKA);
        common.keySet().removeIf(key -> SUBSET.matcher(key).matches());
        common.putIfAbsent(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:9092");
        Map<String, Object> registry = settings.passedOn(Settings.REGISTRY);
        registry.put("schema.registry.url", settings.text(REGISTRY_URL));
        Map<String, Object> producer = settings.passedOn(Settings.KAFKA + "producer.");
        Map<String, Object> streams = settings.passedOn(Settings.KAFKA + "streams.");
        if (Tracing.isOn(settings)) {
            producer.merge(
                    ProducerConfig.INTERCEPTOR_CLASSES_CONFIG,
                    SendSpans.class.getName(),
                    (others, ours) -> others + "," + ours);
            streams.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, ProcessSpans.class.getName());
        }
        return new KafkaSettings(
                common,
                producer,
                settings.passedOn(Settings.KAFKA + "consumer."),
                settings.passedOn(Settings.KAFKA + "admin."),
                streams,
                registry,
                new Topics(settings.text(PREFIX), settings.number(PARTITIONS), settings.durations(RETENTION)));
    }

    /** Our defaults, then what is configured for all clients, then what is configured for one kind. */
    Map<String, Object> merged(Map<String, Object> defaults, Map<String, Object> kind) {
        Map<String, Object> merged = new HashMap<>(defaults);
        merged.putAll(common);
        merged.putAll(kind);
        return merged;
    }
}
