package communique.kit.registry;

import communique.schemas.Topic;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;

/** The schema registry, for deployment and for the question whether a service's schemas are there. */
public final class SchemaRegistry implements AutoCloseable {
    private static final int NOT_FOUND = 404;

    private final SchemaRegistryClient client;

    /**
     * A registry reached over the network.
     *
     * @param config Confluent client settings with {@code schema.registry.url}
     */
    public SchemaRegistry(Map<String, ?> config) {
        this(new CachedSchemaRegistryClient(
                List.of(config.get("schema.registry.url").toString().split(",")),
                1000,
                List.of(new io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider()),
                config,
                Map.of()));
    }

    SchemaRegistry(SchemaRegistryClient client) {
        this.client = client;
    }

    /**
     * The schema of a topic's values as other languages see it: without the properties that only Java reads.
     *
     * @throws IllegalArgumentException where the topic has no schema
     */
    public static Schema schemaOf(Topic<?, ?> topic) {
        if (!topic.hasSchema()) {
            throw new IllegalArgumentException(topic.name() + " carries bytes");
        }
        Schema generated = SpecificData.get().getSchema(topic.value());
        return new Schema.Parser().parse(withoutJavaStrings(generated.toString()));
    }

    private static String withoutJavaStrings(String schema) {
        return schema.replace("{\"type\":\"string\",\"" + GenericData.STRING_PROP + "\":\"String\"}", "\"string\"");
    }

    /**
     * Whether exactly this service's schema of the topic is registered.
     *
     * @throws IOException where the registry cannot be asked
     */
    public boolean knows(Topic<?, ?> topic) throws IOException {
        return idOf(topic).isPresent();
    }

    private Optional<Integer> idOf(Topic<?, ?> topic) throws IOException {
        try {
            return Optional.of(client.getId(topic.valueSubject(), new AvroSchema(schemaOf(topic))));
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new IOException("registry answers " + e.getStatus() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Registers the schema of a topic's values where it is missing.
     *
     * @return what was done, or would be; empty where nothing is missing
     * @throws IOException where the registry cannot be asked or refuses the schema as incompatible
     */
    public Optional<String> register(Topic<?, ?> topic, boolean dryRun) throws IOException {
        if (idOf(topic).isPresent()) {
            return Optional.empty();
        }
        String subject = topic.valueSubject();
        if (!dryRun) {
            try {
                client.updateCompatibility(subject, topic.compatibility().name());
                client.register(subject, new AvroSchema(schemaOf(topic)));
            } catch (RestClientException e) {
                throw new IOException("registry refuses the schema of " + subject + ": " + e.getMessage(), e);
            }
        }
        return Optional.of("register schema of " + subject);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
