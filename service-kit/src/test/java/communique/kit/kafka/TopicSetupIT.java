package communique.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.cluster.LocalCluster;
import communique.kit.metrics.Metrics;
import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topic;
import communique.schemas.Topic.Cleanup;
import communique.schemas.Topic.Compatibility;
import communique.schemas.Topics;
import communique.schemas.v1.Decision;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneCluster.class)
class TopicSetupIT {
    private final Metrics metrics = new Metrics();
    private Topics topics;
    private Admin admin;
    private SchemaRegistry registry;
    private TopicSetup setup;

    @BeforeEach
    void connect(LocalCluster cluster, TestInfo test) {
        topics = new Topics(test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT), 2);
        KafkaSettings settings = OneCluster.settings(cluster, topics.prefix());
        admin = new KafkaClients(settings, metrics).admin();
        registry = new SchemaRegistry(settings.registry());
        setup = new TopicSetup(admin, registry);
    }

    @AfterEach
    void disconnect() throws IOException {
        registry.close();
        admin.close();
        metrics.close();
    }

    @Test
    void createsTopicsAndSchemasAndThenHasNothingLeftToDo() throws Exception {
        List<Topic<?, ?>> all = topics.all(List.of("CN", "RU"));

        long schemas = all.stream().filter(Topic::hasSchema).count();

        List<String> changes = setup.apply(all, false);

        assertThat(changes)
                .hasSize(all.size() + (int) schemas)
                .contains("create topic " + topics.articlesRaw().name() + " with 2 partitions")
                .contains("register schema of " + topics.alertsBy("CN").valueSubject());
        assertThat(present()).containsAll(all.stream().map(Topic::name).toList());
        assertThat(registry.knows(topics.decisions())).isTrue();
        assertThat(config(topics.alerts()))
                .containsEntry("cleanup.policy", "compact,delete")
                .containsEntry("message.timestamp.type", "LogAppendTime");
        assertThat(setup.apply(all, false)).isEmpty();
    }

    @Test
    void changesNothingInADryRun() throws Exception {
        List<Topic<?, ?>> one = List.of(topics.sources());

        assertThat(setup.apply(one, true))
                .containsExactly(
                        "create topic " + topics.sources().name() + " with 1 partitions",
                        "register schema of " + topics.sources().valueSubject());

        assertThat(present()).doesNotContain(topics.sources().name());
        assertThat(registry.knows(topics.sources())).isFalse();
    }

    @Test
    void correctsARetentionThatHasDrifted() throws Exception {
        setup.apply(List.of(topics.decisions()), false);
        set(topics.decisions(), "retention.ms", "1000");
        String change = "set retention.ms=" + Duration.ofDays(30).toMillis() + " on topic "
                + topics.decisions().name();

        assertThat(setup.apply(List.of(topics.decisions()), true)).containsExactly(change);
        assertThat(config(topics.decisions())).containsEntry("retention.ms", "1000");
        assertThat(setup.apply(List.of(topics.decisions()), false)).containsExactly(change);
        assertThat(config(topics.decisions()))
                .containsEntry(
                        "retention.ms", String.valueOf(Duration.ofDays(30).toMillis()));
    }

    @Test
    void leavesThePartitionsOfAnExistingTopicAlone() throws Exception {
        setup.apply(List.of(topics.articlesRaw()), false);
        Topics more = new Topics(topics.prefix(), 5);

        assertThat(setup.apply(List.of(more.articlesRaw()), false)).isEmpty();
    }

    @Test
    void promisesCompatibilityAsTheTopicSays(LocalCluster cluster) throws Exception {
        setup.apply(List.of(topics.articlesRaw(), topics.decisions()), false);

        assertThat(level(cluster, topics.articlesRaw())).contains("BACKWARD_TRANSITIVE");
        assertThat(level(cluster, topics.decisions())).contains("FULL_TRANSITIVE");
    }

    @Test
    void correctsACompatibilityThatHasDrifted(LocalCluster cluster) throws Exception {
        setup.apply(List.of(topics.decisions()), false);
        put(cluster, topics.decisions(), "NONE");
        String change = "set compatibility of " + topics.decisions().valueSubject() + " to FULL_TRANSITIVE";

        assertThat(setup.apply(List.of(topics.decisions()), true)).containsExactly(change);
        assertThat(setup.apply(List.of(topics.decisions()), false)).containsExactly(change);
        assertThat(level(cluster, topics.decisions())).contains("FULL_TRANSITIVE");
        assertThat(setup.apply(List.of(topics.decisions()), false)).isEmpty();
    }

    @Test
    void refusesASchemaThatBreaksThePromiseOfTheTopic() throws Exception {
        setup.apply(List.of(topics.sources()), false);
        Topic<String, Decision> other = new Topic<>(
                topics.sources().name(),
                String.class,
                Decision.class,
                1,
                Duration.ofDays(90),
                Cleanup.COMPACT,
                Compatibility.FULL_TRANSITIVE);

        assertThatThrownBy(() -> setup.apply(List.of(other), false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("registry refuses the schema of " + other.valueSubject());
    }

    private static void put(LocalCluster cluster, Topic<?, ?> topic, String level) throws Exception {
        URI uri = URI.create(cluster.registry().url() + "/config/" + topic.valueSubject());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"" + level + "\"}"))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String level(LocalCluster cluster, Topic<?, ?> topic) throws Exception {
        URI uri = URI.create(cluster.registry().url() + "/config/" + topic.valueSubject());
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private Set<String> present() throws Exception {
        return admin.listTopics().names().get();
    }

    private Map<String, String> config(Topic<?, ?> topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        return admin.describeConfigs(List.of(resource)).all().get().get(resource).entries().stream()
                .collect(Collectors.toMap(ConfigEntry::name, entry -> String.valueOf(entry.value())));
    }

    private void set(Topic<?, ?> topic, String key, String value) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
    }
}
