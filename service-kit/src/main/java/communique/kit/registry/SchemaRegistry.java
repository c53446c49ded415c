package communique.kit.registry;

import communique.schemas.Topic;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                List.of(new AvroSchemaProvider()),
                config,
                Map.of()));
    }

    /** A registry reached through a client that is there already. */
    public SchemaRegistry(SchemaRegistryClient client) {
        this.client = client;
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
            return Optional.of(client.getId(topic.valueSubject(), new AvroSchema(topic.schema())));
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new IOException("registry answers " + e.getStatus() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Registers the schema of a topic's values where it is missing and corrects a compatibility level that differs.
     *
     * @return what was done, or would be; empty where nothing differs
     * @throws IOException where the registry cannot be asked or refuses the schema as incompatible
     */
    public Optional<String> apply(Topic<?, ?> topic, boolean dryRun) throws IOException {
        String subject = topic.valueSubject();
        String level = topic.compatibility().name();
        boolean missing = idOf(topic).isEmpty();
        if (!missing && level.equals(levelOf(subject))) {
            return Optional.empty();
        }
        if (!dryRun) {
            try {
                client.updateCompatibility(subject, level);
                client.register(subject, new AvroSchema(topic.schema()));
            } catch (RestClientException e) {
                throw new IOException("registry refuses the schema of " + subject + ": " + e.getMessage(), e);
            }
        }
        return Optional.of(
                missing ? "register schema of " + subject : "set compatibility of " + subject + " to " + level);
    }

    /** The level set for a subject itself; empty where none is. */
    private String levelOf(String subject) throws IOException {
        try {
            return client.getCompatibility(subject);
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return "";
            }
            throw new IOException("registry answers " + e.getStatus() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
