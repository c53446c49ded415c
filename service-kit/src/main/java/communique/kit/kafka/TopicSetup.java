package communique.kit.kafka;

import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** The step of deployment that makes broker and registry match the catalogue. Doing it twice changes nothing. */
public final class TopicSetup {
    private final Admin admin;
    private final SchemaRegistry registry;

    /** For one broker and one registry. */
    public TopicSetup(Admin admin, SchemaRegistry registry) {
        this.admin = admin;
        this.registry = registry;
    }

    /**
     * Creates what is missing and corrects what differs. Partitions of an existing topic are left alone: more of them
     * would send the keys of open stories elsewhere.
     *
     * @param topics the catalogue
     * @param dryRun only tell
     * @return every change made, or that would be made, as a line for people
     */
    public List<String> apply(List<Topic<?, ?>> topics, boolean dryRun) throws IOException {
        try {
            List<String> changes = new ArrayList<>(create(topics, dryRun));
            changes.addAll(correct(topics, dryRun));
            for (Topic<?, ?> topic : topics) {
                if (topic.hasSchema()) {
                    registry.apply(topic, dryRun).ifPresent(changes::add);
                }
            }
            return changes;
        } catch (ExecutionException e) {
            throw new IOException("the broker refuses: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private List<String> create(List<Topic<?, ?>> topics, boolean dryRun)
            throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !present.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(configOf(topic)))
                .toList();
        if (!dryRun) {
            admin.createTopics(missing).all().get();
        }
        return missing.stream()
                .map(topic -> "create topic " + topic.name() + " with " + topic.numPartitions() + " partitions")
                .toList();
    }

    private List<String> correct(List<Topic<?, ?>> topics, boolean dryRun)
            throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<ConfigResource> resources = topics.stream()
                .filter(topic -> present.contains(topic.name()))
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList();
        Map<ConfigResource, Config> actual =
                admin.describeConfigs(resources).all().get();
        List<String> changes = new ArrayList<>();
        for (Topic<?, ?> topic : topics) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
            if (actual.containsKey(resource)) {
                List<AlterConfigOp> differences = differences(topic, actual.get(resource));
                if (!differences.isEmpty() && !dryRun) {
                    admin.incrementalAlterConfigs(Map.of(resource, differences))
                            .all()
                            .get();
                }
                differences.forEach(
                        change -> changes.add("set " + change.configEntry().name() + "="
                                + change.configEntry().value() + " on topic " + topic.name()));
            }
        }
        return changes;
    }

    private static List<AlterConfigOp> differences(Topic<?, ?> topic, Config actual) {
        return configOf(topic).entrySet().stream()
                .filter(wanted -> !sameConfig(wanted.getValue(), actual.get(wanted.getKey())))
                .map(wanted -> new AlterConfigOp(
                        new ConfigEntry(wanted.getKey(), wanted.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private static boolean sameConfig(String wanted, ConfigEntry actual) {
        return actual != null && words(wanted).equals(words(actual.value()));
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(",")).stream().map(String::strip).collect(Collectors.toSet());
    }

    /**
     * Time is the broker's: a record from a host whose clock is wrong would be refused, or be deleted before it is
     * read.
     */
    private static Map<String, String> configOf(Topic<?, ?> topic) {
        Map<String, String> config = new HashMap<>(Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
                TopicConfig.CLEANUP_POLICY_CONFIG, topic.cleanup().policy(),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(KafkaClients.MAX_REQUEST_BYTES)));
        if (!topic.keepsForEver()) {
            config.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    String.valueOf(topic.retention().toMillis()));
        }
        return config;
    }
}
