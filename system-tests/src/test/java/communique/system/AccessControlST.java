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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker with TLS, passwords and an authorizer, which grants what the document on rights lists and nothing else. */
class AccessControlST {
    private static final AccessTable ACCESS = AccessTable.read(Path.of("..", "docs", "access-control.md"));
    private static final String TEAM = "desk-ru";
    private static final String SECRET = "whsec_bm8gc2VjcmV0LCBidXQgYSBkZW1vbnN0cmF0aW9uIG9mIG9uZQ==";

    @TempDir
    private Path folder;

    @Test
    void everyServiceWorksWithTheRightsListedForItAlone() throws Exception {
        try (SecuredCluster cluster = SecuredCluster.start(folder, ACCESS);
                FlakyReceiver receiver = new FlakyReceiver(0, 0);
                Metrics metrics = new Metrics()) {
            // Given topics made by who deploys
            applyTopics(cluster);

            // When an article passes the three services, and what no service can process comes before it
            try (ServiceProcess ingest = service(IngestMain.class, cluster, "ingest", Map.of());
                    ServiceProcess enrich = service(EnrichMain.class, cluster, "enrich", Map.of());
                    ServiceProcess alert = service(AlertMain.class, cluster, "alert", hook(receiver))) {
                sendPoison(
                        cluster, "ingest", cluster.settings("ingest").topics().articlesRaw());
                sendPoison(
                        cluster, "enrich", cluster.settings("enrich").topics().articlesEnriched());
                List.of(ingest, enrich, alert).forEach(ServiceProcess::start);
                Newsroom.push(ingest, new Newsroom(7).articles(2).subList(1, 2));

                // Then the team reads the alert on the topic that is its own, and may read no other
                KafkaClients team = cluster.clients(TEAM, metrics);
                Topics topics = cluster.settings(TEAM).topics();
                Alert told = first(team, topics.alertsBy("RU"));
                assertThat(told.getSpeakers()).containsExactly("RU");
                assertThatThrownBy(() -> first(team, topics.alertsBy("CN")))
                        .isInstanceOf(TopicAuthorizationException.class);

                // And a channel tells it
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> receiver.distinct() == 1);
            }
        }
    }

    private Map<String, String> hook(FlakyReceiver receiver) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        Path channels = Files.writeString(
                folder.resolve("channels.yaml"),
                "channels: [{name: hook, type: webhook, allow_private: true, secret_file: '" + secret + "', url: '"
                        + receiver.url() + "'}]\n");
        return Map.of("alert.delivery.channels", channels.toString());
    }

    /** A record that its reader has to dead-letter, with the right to; else it goes no further. */
    private static void sendPoison(SecuredCluster cluster, String principal, Topic<?, ?> topic) throws Exception {
        Map<String, Object> configuration = new HashMap<>();
        cluster.configuration(principal)
                .forEach((key, value) -> configuration.put(key.replaceFirst("^kafka\\.", ""), value));
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(configuration, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] poison = "no record".getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic.name(), poison, poison)).get();
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

    private ServiceProcess service(Class<?> main, SecuredCluster cluster, String principal, Map<String, String> more) {
        Map<String, String> configuration = new HashMap<>(cluster.configuration(principal));
        configuration.putAll(more);
        if (!principal.equals("ingest")) {
            configuration.put(
                    principal + ".state.dir", folder.resolve(principal).toString());
        }
        return new ServiceProcess(main, configuration, folder);
    }
}
