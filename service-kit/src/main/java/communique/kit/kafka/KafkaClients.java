package communique.kit.kafka;

import communique.kit.metrics.Metrics;
import communique.schemas.AvroSerdes;
import communique.schemas.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes Kafka clients with the settings of one service; whoever asks for one closes it. */
public final class KafkaClients {
    /** Largest record a client sends: an article at its size limit with everything found in it. */
    static final int MAX_REQUEST_BYTES = 16 * 1024 * 1024;

    private final KafkaSettings settings;
    private final Metrics metrics;
    private final AvroSerdes serdes;

    /** For one service. */
    public KafkaClients(KafkaSettings settings, Metrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        this.serdes = new AvroSerdes(settings.registry());
    }

    /** Serdes against the service's registry. */
    public AvroSerdes serdes() {
        return serdes;
    }

    /** An admin client. */
    public Admin admin() {
        return Admin.create(settings.merged(Map.of(), settings.admin()));
    }

    /** An idempotent producer that waits for every replica. */
    public <V extends SpecificRecord> Producer<String, V> producer(Topic<String, V> topic) {
        return producer(new StringSerializer(), serdes.serializer(topic), Map.of());
    }

    /** A producer of bytes as they are, for dead letters. */
    public Producer<byte[], byte[]> bytesProducer() {
        return producer(new ByteArraySerializer(), new ByteArraySerializer(), Map.of());
    }

    /**
     * A producer of bytes as they are that writes in transactions.
     *
     * @param id its transactional id; a later producer of the same id ends the transactions of an earlier one
     */
    public Producer<byte[], byte[]> transactionalProducer(String id) {
        return producer(
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id));
    }

    private <K, V> Producer<K, V> producer(Serializer<K> keys, Serializer<V> values, Map<String, Object> more) {
        Map<String, Object> defaults = new HashMap<>(more);
        defaults.put(ProducerConfig.ACKS_CONFIG, "all");
        defaults.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        defaults.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        defaults.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        return metrics.watch(new KafkaProducer<>(settings.merged(defaults, settings.producer()), keys, values));
    }

    /**
     * A consumer of one topic's committed records that commits only when told to.
     *
     * @param group consumer group; null for a consumer that keeps no offsets
     */
    public <V extends SpecificRecord> Consumer<String, V> consumer(Topic<String, V> topic, String group) {
        return consumer(new StringDeserializer(), serdes.deserializer(topic), group);
    }

    /**
     * A consumer with deserializers of its own.
     *
     * @param group consumer group; null for a consumer that keeps no offsets
     */
    public <K, V> Consumer<K, V> consumer(Deserializer<K> keys, Deserializer<V> values, String group) {
        Map<String, Object> config = settings.merged(
                Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                settings.consumer());
        if (group != null) {
            config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
            noticeDeathSoon(config);
        }
        return metrics.watch(new KafkaConsumer<>(config, keys, values));
    }

    /** Takes away the meters of a client that is closed before the process ends. */
    public void release(AutoCloseable client) {
        metrics.release(client);
    }

    /** A killed member's share is taken over after this time; Kafka's 45 s would hold it back that long. */
    private static void noticeDeathSoon(Map<String, Object> config) {
        Object protocol = config.getOrDefault(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        if (protocol.toString().equalsIgnoreCase("classic")) {
            config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000);
            config.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1500);
        }
    }
}
