package communique.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.alert.AlertMain;
import communique.enrich.EnrichMain;
import communique.ingest.IngestMain;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.kafka.TopicSetup;
import communique.kit.metrics.Metrics;
import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.schemas.v1.Alert;
import communique.testkit.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker with TLS, passwords and an authorizer, which grants what the document on rights lists and nothing else. */
class AccessControlST {
    private static final AccessTable ACCESS = AccessTable.read(Path.of("..", "docs", "access-control.md"));
    private static final String TEAM = "desk-ru";

    @TempDir
    private Path folder;

    @Test
    void everyServiceWorksWithTheRightsListedForItAlone() throws Exception {
        try (SecuredCluster cluster = SecuredCluster.start(folder, ACCESS);
                Metrics metrics = new Metrics()) {
            // Given topics made by who deploys
            applyTopics(cluster);

            // When an article passes the three services
            try (ServiceProcess ingest = service(IngestMain.class, cluster, "ingest");
                    ServiceProcess enrich = service(EnrichMain.class, cluster, "enrich");
                    ServiceProcess alert = service(AlertMain.class, cluster, "alert")) {
                List.of(ingest, enrich, alert).forEach(ServiceProcess::start);
                Newsroom.push(ingest, new Newsroom(7).articles(2).subList(1, 2));

                // Then the team reads the alert on the topic that is its own, and may read no other
                KafkaClients team = cluster.clients(TEAM, metrics);
                Topics topics = cluster.settings(TEAM).topics();
                Alert told = first(team, topics.alertsBy("RU"));
                assertThat(told.getSpeakers()).containsExactly("RU");
                assertThatThrownBy(() -> first(team, topics.alertsBy("CN")))
                        .isInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    private static Alert first(KafkaClients clients, Topic<String, Alert> topic) {
        try (Consumer<String, Alert> consumer = clients.consumer(topic, TEAM + "-page")) {
            consumer.subscribe(List.of(topic.name()));
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> consumer.poll(Duration.ofSeconds(1)), records -> !records.isEmpty())
                    .iterator()
                    .next()
                    .value();
        }
    }

    private static void applyTopics(SecuredCluster cluster) throws Exception {
        KafkaSettings settings = cluster.settings("deploy");
        try (Metrics metrics = new Metrics();
                Admin admin = new KafkaClients(settings, metrics).admin();
                SchemaRegistry registry = new SchemaRegistry(settings.registry())) {
            List<Topic<?, ?>> topics = settings.topics().all(TestCluster.SPEAKER_STATES);
            TopicSetup setup = new TopicSetup(admin, registry);
            assertThat(setup.apply(topics, false)).isNotEmpty();
            assertThat(setup.apply(topics, false)).isEmpty();
        }
    }

    private ServiceProcess service(Class<?> main, SecuredCluster cluster, String principal) {
        Map<String, String> configuration = new HashMap<>(cluster.configuration(principal));
        if (!principal.equals("ingest")) {
            configuration.put(
                    principal + ".state.dir", folder.resolve(principal).toString());
        }
        return new ServiceProcess(main, configuration, folder);
    }
}
