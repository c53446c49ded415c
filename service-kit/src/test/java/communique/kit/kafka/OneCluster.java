package communique.kit.kafka;

import communique.cluster.LocalCluster;
import communique.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests of this module the one broker and registry of the JVM. */
final class OneCluster implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(OneCluster.class))
                .computeIfAbsent(LocalCluster.class, key -> start(), LocalCluster.class);
    }

    private static LocalCluster start() {
        try {
            return LocalCluster.start(Files.createTempDirectory("service-kit"), 0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings for topics under a prefix of one's own. */
    static KafkaSettings settings(String bootstrapServers, String registryUrl, String prefix) {
        return new KafkaSettings(
                Map.of("bootstrap.servers", bootstrapServers),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("schema.registry.url", registryUrl),
                new Topics(prefix, 2));
    }

    static KafkaSettings settings(LocalCluster cluster, String prefix) {
        return settings(cluster.broker().bootstrapServers(), cluster.registry().url(), prefix);
    }
}
