package communique.testkit;

import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topics;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Confluent's in-memory registry for tests of topologies, with every schema of a catalogue registered. */
public final class MockRegistry {
    private MockRegistry() {}

    /**
     * Settings of a registry client.
     *
     * @param scope name of the registry; the same name gives the same registry
     */
    public static Map<String, Object> with(String scope, Topics topics) {
        try (SchemaRegistry registry = new SchemaRegistry(MockSchemaRegistry.getClientForScope(scope))) {
            for (var topic : topics.all(TestCluster.SPEAKER_STATES)) {
                if (topic.hasSchema()) {
                    registry.apply(topic, false);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("schema.registry.url", "mock://" + scope);
    }
}
