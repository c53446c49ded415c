package communique.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serde for what a service keeps for itself: state stores, their changelogs, repartition topics. Avro's single-object
 * encoding, so that a service restores its state without asking the registry; what an earlier release wrote is read
 * with the schema it was written with, which stays among the resources. Not for topics that others read.
 */
public final class StateSerde<V extends SpecificRecord> implements Serde<V> {
    static {
        AvroTrust.ensure();
    }

    private final BinaryMessageEncoder<V> encoder;
    private final BinaryMessageDecoder<V> decoder;

    /** Serde of one generated class. */
    public StateSerde(Class<V> type) {
        SpecificData data = SpecificData.getForClass(type);
        encoder = new BinaryMessageEncoder<>(data, data.getSchema(type));
        decoder = new BinaryMessageDecoder<>(data, data.getSchema(type));
        released(type).forEach(decoder::addSchema);
    }

    /** The schemas of a class that were ever released, oldest first. */
    static List<Schema> released(Class<?> type) {
        List<Schema> schemas = new ArrayList<>();
        Optional<Schema> next = released(type, 1);
        while (next.isPresent()) {
            schemas.add(next.get());
            next = released(type, schemas.size() + 1);
        }
        return schemas;
    }

    private static Optional<Schema> released(Class<?> type, int number) {
        String name = "state/" + type.getSimpleName() + "/" + number + ".avsc";
        try (InputStream file = StateSerde.class.getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Serializer<V> serializer() {
        return (topic, value) -> value == null ? null : encode(value);
    }

    @Override
    public Deserializer<V> deserializer() {
        return (topic, bytes) -> bytes == null ? null : decode(topic, bytes);
    }

    private byte[] encode(V value) {
        try {
            return encoder.encode(value).array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private V decode(String topic, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException | RuntimeException e) {
            // Avro has no one exception for damaged bytes: also wrong indexes and impossible lengths come out of it.
            throw new SerializationException("not a state record on " + topic, e);
        }
    }
}
