package communique.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import communique.cluster.LocalBroker;
import communique.cluster.LocalCluster;
import communique.kit.lifecycle.Health;
import communique.kit.metrics.Metrics;
import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OneCluster.class)
class StartGateIT {
    private static final String NOBODY = "127.0.0.1:1";

    private final Metrics metrics = new Metrics();
    private final AtomicInteger opened = new AtomicInteger();
    private final CountDownLatch failed = new CountDownLatch(1);
    private StartGate gate;

    @AfterEach
    void close() {
        gate.close();
        metrics.close();
    }

    @Test
    void waitsForTopicsAndThenForSchemasAndSaysSo(LocalCluster cluster) throws Exception {
        // Given
        KafkaSettings settings = OneCluster.settings(cluster, "waits.for.topics");
        Topic<?, ?> sources = settings.topics().sources();
        Topic<?, ?> deadLetters = settings.topics().deadLetters("ingest");
        try (Admin admin = new KafkaClients(settings, metrics).admin();
                SchemaRegistry registry = new SchemaRegistry(settings.registry())) {
            // When
            start(settings, sources, deadLetters);

            // Then
            awaitDetail("waiting for topics " + sources.name() + ", " + deadLetters.name());
            admin.createTopics(List.of(topic(sources.name()), topic(deadLetters.name())))
                    .all()
                    .get();
            awaitDetail("waiting for the schema of " + sources.name());
            assertThat(opened).hasValue(0);
            registry.apply(sources, false);
            await().until(() -> gate.check().state() == Health.State.READY);
            assertThat(opened).hasValue(1);
        }
    }

    @Test
    void waitsForTheRegistry(LocalCluster cluster) throws Exception {
        KafkaSettings settings =
                OneCluster.settings(cluster.broker().bootstrapServers(), "http://" + NOBODY, "waits.for.registry");
        try (Admin admin = new KafkaClients(settings, metrics).admin()) {
            admin.createTopics(List.of(topic(settings.topics().sources().name())))
                    .all()
                    .get();
        }

        start(settings, settings.topics().sources());

        awaitDetail("waiting for the registry at http://" + NOBODY);
    }

    @Test
    void waitsForTheBroker() {
        KafkaSettings settings = OneCluster.settings(NOBODY, "http://" + NOBODY, "waits.for.broker");

        start(settings, settings.topics().sources());

        awaitDetail("waiting for the broker at " + NOBODY);
    }

    @Test
    void waitsForABrokerWhoseNameIsNotKnownYet() {
        KafkaSettings settings = OneCluster.settings("broker.invalid:9092", "http://" + NOBODY, "waits.for.name");

        start(settings, settings.topics().sources());

        awaitDetail("waiting for the broker at broker.invalid:9092");
        assertThat(gate.check().state()).isEqualTo(Health.State.WAITING);
    }

    @Test
    void isNotReadyWhileTheBrokerIsAway(@TempDir Path folder) {
        LocalBroker broker = LocalBroker.start(folder, 0);
        String address = broker.bootstrapServers();
        start(OneCluster.settings(address, "http://" + NOBODY, "broker.away"));
        await().until(() -> gate.check().state() == Health.State.READY);

        broker.close();
        awaitDetail("waiting for the broker at " + address);
        assertThat(gate.check().state()).isEqualTo(Health.State.WAITING);

        try (LocalBroker again = LocalBroker.start(folder, port(address))) {
            await().until(() -> gate.check().state() == Health.State.READY);
            assertThat(again.bootstrapServers()).isEqualTo(address);
            assertThat(opened).hasValue(1);
        }
    }

    @Test
    void isDeadWhereTheSettingsCanNeverWork() {
        KafkaSettings settings = OneCluster.settings("no port given", "http://" + NOBODY, "never.works");

        start(settings, settings.topics().sources());

        await().until(() -> gate.check().state() == Health.State.DEAD);
        assertThat(gate.check().detail()).contains("Invalid url in bootstrap.servers");
        await().until(() -> failed.getCount() == 0);
    }

    @Test
    void isDeadWhereWhatFollowsFails(LocalCluster cluster) {
        KafkaSettings settings = OneCluster.settings(cluster, "what.follows");
        Runnable broken = () -> {
            throw new IllegalStateException("a bug");
        };
        gate = new StartGate(new KafkaClients(settings, metrics), settings, List.of(), broken, failed);

        gate.start();

        await().until(() -> gate.check().state() == Health.State.DEAD);
        assertThat(gate.check().detail()).contains("a bug");
    }

    private void start(KafkaSettings settings, Topic<?, ?>... needed) {
        gate = new StartGate(
                new KafkaClients(settings, metrics), settings, List.of(needed), opened::incrementAndGet, failed);
        assertThat(gate.check()).isEqualTo(Health.waiting("not started"));
        gate.start();
    }

    private void awaitDetail(String start) {
        await().untilAsserted(() -> assertThat(gate.check().detail()).startsWith(start));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty());
    }
}
