package communique.system;

import communique.cluster.LocalRegistry;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.kafka.TopicSetup;
import communique.kit.metrics.Metrics;
import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topics;
import communique.testkit.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;

/** Three brokers that keep every record three times, with the topics of the catalogue, and a registry. */
final class BrokerTrio implements AutoCloseable {
    private static final int SIZE = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<BrokerProcess> brokers = new ArrayList<>();
    private final LocalRegistry registry;
    private final Map<String, String> configuration;
    private final Metrics metrics = new Metrics();

    private BrokerTrio(LocalRegistry registry, Map<String, String> configuration) {
        this.registry = registry;
        this.configuration = configuration;
    }

    static BrokerTrio start(Path folder) throws Exception {
        List<Integer> ports = IntStream.range(0, 2 * SIZE)
                .mapToObj(any -> ServiceProcess.freePort())
                .toList();
        LocalRegistry registry = LocalRegistry.start(folder.resolve("registry"), 0);
        BrokerTrio trio = new BrokerTrio(
                registry,
                Map.of(
                        "kafka.bootstrap.servers",
                        ports.subList(0, SIZE).stream()
                                .map(port -> "127.0.0.1:" + port)
                                .collect(Collectors.joining(",")),
                        "registry.url",
                        registry.url(),
                        "topics.partitions",
                        "3"));
        String voters = IntStream.range(0, SIZE)
                .mapToObj(node -> node + "@127.0.0.1:" + ports.get(SIZE + node))
                .collect(Collectors.joining(","));
        String cluster = Uuid.randomUuid().toString();
        for (int node = 0; node < SIZE; node++) {
            Map<String, String> config = new HashMap<>(replicated());
            config.put("controller.quorum.voters", voters);
            config.put(
                    "listeners",
                    "PLAINTEXT://127.0.0.1:" + ports.get(node) + ",CONTROLLER://127.0.0.1:" + ports.get(SIZE + node));
            trio.brokers.add(new BrokerProcess(folder.resolve("broker-" + node), cluster, node, config).start());
        }
        trio.applyTopics();
        return trio;
    }

    private static Map<String, String> replicated() {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "3"),
                Map.entry("min.insync.replicas", "2"),
                Map.entry("offsets.topic.replication.factor", "3"),
                Map.entry("offsets.topic.num.partitions", "3"),
                Map.entry("transaction.state.log.replication.factor", "3"),
                Map.entry("transaction.state.log.min.isr", "2"),
                Map.entry("transaction.state.log.num.partitions", "3"),
                Map.entry("message.max.bytes", "16777216"),
                Map.entry("replica.fetch.max.bytes", "16777216"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", "2097152"));
    }

    private void applyTopics() throws Exception {
        try (Admin admin = clients().admin();
                SchemaRegistry schemas = new SchemaRegistry(settings().registry())) {
            Awaitility.await("three brokers")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> {
                        return admin.describeCluster().nodes().get().size() == SIZE;
                    });
            new TopicSetup(admin, schemas).apply(topics().all(TestCluster.SPEAKER_STATES), false);
        }
    }

    /** One after the other can be killed. */
    List<BrokerProcess> brokers() {
        return brokers;
    }

    /** Waits until every record is there three times again. */
    void awaitInSync() {
        try (Admin admin = clients().admin()) {
            Awaitility.await("all replicas in sync")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> isInSync(admin));
        }
    }

    private static boolean isInSync(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .allMatch(partition -> partition.isr().size() == SIZE);
    }

    /** What a service is configured with. */
    Map<String, String> configuration() {
        return configuration;
    }

    Topics topics() {
        return settings().topics();
    }

    KafkaClients clients() {
        return new KafkaClients(settings(), metrics);
    }

    private KafkaSettings settings() {
        return ClientSettings.of(configuration);
    }

    @Override
    public void close() {
        brokers.forEach(BrokerProcess::close);
        registry.close();
        metrics.close();
    }
}
