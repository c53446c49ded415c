package communique.schemas;

import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serdes for topics, in Confluent's wire format. Schemas are looked up and never registered here: registration is a
 * step of deployment, so that a service with a wrong schema fails instead of publishing it.
 */
public final class AvroSerdes {
    static {
        AvroTrust.ensure();
    }

    private final Map<String, Object> config;

    /**
     * Serdes that talk to one registry.
     *
     * @param registry Confluent client settings; {@code schema.registry.url} is needed, credentials and TLS as
     *     Confluent names them
     */
    public AvroSerdes(Map<String, ?> registry) {
        config = new HashMap<>(registry);
        config.put(AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS, false);
        // With "use latest" an older producer dies as soon as a newer schema has one more field.
        config.put(AbstractKafkaSchemaSerDeConfig.USE_LATEST_VERSION, false);
        // The generated schemas carry avro.java.string; the registered ones, which other languages read, do not.
        config.put(KafkaAvroSerializerConfig.AVRO_REMOVE_JAVA_PROPS_CONFIG, true);
        config.put(KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG, true);
    }

    /** Serde of a topic's values. */
    public <V extends SpecificRecord> Serde<V> value(Topic<?, V> topic) {
        return Serdes.serdeFrom(serializer(topic), deserializer(topic));
    }

    /** Serializer of a topic's values. */
    public <V extends SpecificRecord> Serializer<V> serializer(Topic<?, V> topic) {
        KafkaAvroSerializer confluent = new KafkaAvroSerializer();
        confluent.configure(config, false);
        return new RecordSerializer<>(confluent);
    }

    /** Deserializer of a topic's values. */
    public <V extends SpecificRecord> Deserializer<V> deserializer(Topic<?, V> topic) {
        KafkaAvroDeserializer confluent = new KafkaAvroDeserializer();
        confluent.configure(config, false);
        return new RecordDeserializer<>(topic.value(), confluent);
    }

    private record RecordSerializer<V>(KafkaAvroSerializer confluent) implements Serializer<V> {
        @Override
        public byte[] serialize(String topic, V value) {
            return confluent.serialize(topic, value);
        }

        @Override
        public void close() {
            confluent.close();
        }
    }

    private record RecordDeserializer<V>(Class<V> type, KafkaAvroDeserializer confluent) implements Deserializer<V> {
        @Override
        public V deserialize(String topic, byte[] bytes) {
            Object value = confluent.deserialize(topic, bytes);
            if (value != null && !type.isInstance(value)) {
                throw new SerializationException(
                        topic + " carries " + value.getClass().getName() + " where " + type.getName() + " belongs");
            }
            return type.cast(value);
        }

        @Override
        public void close() {
            confluent.close();
        }
    }
}
