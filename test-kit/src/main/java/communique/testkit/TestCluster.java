package communique.testkit;

import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.kafka.TopicSetup;
import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topic;
import communique.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;

/** A real broker and registry as one test class sees them: its own topics, all there and, to begin with, empty. */
public final class TestCluster {
    /** The states that have an alert topic of their own. */
    public static final List<String> SPEAKER_STATES = List.of("CN", "RU", "IR", "PK");

    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SharedCluster shared;
    private final Topics topics;
    private final KafkaClients clients;

    private TestCluster(SharedCluster shared, Topics topics) {
        this.shared = shared;
        this.topics = topics;
        this.clients = shared.clients(topics);
    }

    static TestCluster in(SharedCluster shared, String prefix) {
        TestCluster cluster = new TestCluster(shared, new Topics(prefix, PARTITIONS));
        try (SchemaRegistry registry = new SchemaRegistry(cluster.settings().registry())) {
            new TopicSetup(shared.admin(), registry).apply(cluster.topics.all(SPEAKER_STATES), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cluster;
    }

    /** The topics of this test class. */
    public Topics topics() {
        return topics;
    }

    /** Settings for clients and Streams applications. */
    public KafkaSettings settings() {
        return shared.settings(topics);
    }

    /** The same settings as configuration keys of a service. */
    public Map<String, String> configuration() {
        return Map.of(
                "kafka.bootstrap.servers", bootstrapServers(),
                "registry.url", registryUrl(),
                "topics.prefix", topics.prefix(),
                "topics.partitions", String.valueOf(PARTITIONS));
    }

    /** Address of the broker. */
    public String bootstrapServers() {
        return (String) settings().common().get("bootstrap.servers");
    }

    /** Address of the registry. */
    public String registryUrl() {
        return (String) settings().registry().get("schema.registry.url");
    }

    /** Makes clients as services do; who asks for one closes it. */
    public KafkaClients clients() {
        return clients;
    }

    /** An admin client, not to be closed. */
    public Admin admin() {
        return shared.admin();
    }

    /** Sends a record and waits until the broker has it. */
    public <V extends SpecificRecord> void send(Topic<String, V> topic, String key, V value, Header... headers) {
        try (Serializer<V> serializer = clients.serdes().serializer(topic)) {
            byte[] bytes = serializer.serialize(topic.name(), value);
            sendBytes(topic, key.getBytes(StandardCharsets.UTF_8), bytes, headers);
        }
    }

    /** Sends bytes as they are, to any topic, and waits until the broker has them. */
    public void sendBytes(Topic<?, ?> topic, byte[] key, byte[] value, Header... headers) {
        try {
            shared.producer()
                    .send(new ProducerRecord<>(topic.name(), null, key, value, List.of(headers)))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("cannot send to " + topic.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /**
     * Reads committed records of a topic from its beginning until there are so many.
     *
     * @throws AssertionError where there are fewer after 30 s
     */
    public <V extends SpecificRecord> List<ConsumerRecord<String, V>> read(Topic<String, V> topic, int count) {
        return readUntil(topic, records -> records.size() >= count);
    }

    /**
     * Reads committed records of a topic from its beginning until the condition holds for all of them together.
     *
     * @throws AssertionError where it does not hold after 30 s, with the records that were there
     */
    public <V extends SpecificRecord> List<ConsumerRecord<String, V>> readUntil(
            Topic<String, V> topic, Predicate<List<ConsumerRecord<String, V>>> condition) {
        try (Consumer<String, V> consumer = clients.consumer(topic, null)) {
            return new TopicReader<>(consumer, topic.name()).until(condition, PATIENCE);
        }
    }

    /** Reads every committed record that is in a topic now. */
    public <V extends SpecificRecord> List<ConsumerRecord<String, V>> readAll(Topic<String, V> topic) {
        try (Consumer<String, V> consumer = clients.consumer(topic, null)) {
            return new TopicReader<>(consumer, topic.name()).toEnd(PATIENCE);
        }
    }

    /**
     * Reads committed records of any topic as bytes, such as dead letters, until there are so many.
     *
     * @throws AssertionError where there are fewer after 30 s
     */
    public List<ConsumerRecord<byte[], byte[]>> readBytes(Topic<?, ?> topic, int count) {
        try (Consumer<byte[], byte[]> consumer =
                clients.consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), null)) {
            return new TopicReader<>(consumer, topic.name()).until(records -> records.size() >= count, PATIENCE);
        }
    }
}
