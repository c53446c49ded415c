package communique.standalone.run;

import communique.alert.AlertConfig;
import communique.alert.AlertService;
import communique.alert.delivery.channel.Surroundings;
import communique.cluster.LocalCluster;
import communique.enrich.EnrichConfig;
import communique.enrich.EnrichService;
import communique.ingest.IngestConfig;
import communique.ingest.IngestService;
import communique.kit.config.Placeholders;
import communique.kit.config.Settings;
import communique.kit.config.SettingsLoader;
import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.kafka.TopicSetup;
import communique.kit.lifecycle.Closers;
import communique.kit.lifecycle.Service;
import communique.kit.metrics.Metrics;
import communique.kit.registry.SchemaRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigDef;

/** Broker, registry and the three services in one process; each service is the very one that could run alone. */
final class LocalSystem implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(25);

    private final Closers closers = new Closers(CLOSE_WITHIN);
    private final LocalCluster cluster;
    private final KafkaSettings kafka;
    private final Metrics metrics = closers.add("metrics", new Metrics());
    private final IngestService ingest;
    private final EnrichService enrich;
    private final AlertService alert;

    private LocalSystem(LocalCluster cluster, Configs configs, PrintStream console) throws IOException {
        this.cluster = cluster;
        closers.add("broker and registry", cluster);
        kafka = configs.alert().kafka();
        try (Admin admin = clients().admin();
                SchemaRegistry registry = new SchemaRegistry(kafka.registry())) {
            new TopicSetup(admin, registry)
                    .apply(kafka.topics().all(configs.alert().rules().speakers()), false);
        }
        Clock clock = Clock.systemUTC();
        Surroundings surroundings = new Surroundings(new Placeholders(System.getenv()), console, clock);
        ingest = closers.add("ingest", new IngestService(configs.ingest(), clock));
        enrich = closers.add("enrich", new EnrichService(configs.enrich()));
        alert = closers.add("alert", new AlertService(configs.alert(), surroundings));
    }

    private record Configs(IngestConfig ingest, EnrichConfig enrich, AlertConfig alert) {
        static Configs of(SystemOptions options, Map<String, String> addresses) {
            return new Configs(
                    IngestConfig.of(settings(IngestConfig.DEFINITION, addresses, options, options.ingest()))
                            .with(options.samples()),
                    EnrichConfig.of(settings(EnrichConfig.DEFINITION, addresses, options, options.enrich())),
                    AlertConfig.of(settings(AlertConfig.DEFINITION, addresses, options, options.alert())));
        }

        private static Settings settings(
                ConfigDef definition, Map<String, String> addresses, SystemOptions options, Map<String, String> own) {
            Map<String, String> values = new HashMap<>(addresses);
            values.putAll(options.common());
            values.putAll(own);
            return new SettingsLoader(definition, options.environment()).load(Optional.empty(), values);
        }
    }

    /**
     * Starts everything; the services are not ready yet.
     *
     * @param console where the console channel prints alerts
     * @throws communique.cluster.LocalClusterException where broker or registry cannot be started
     * @throws communique.kit.config.InvalidConfigException where an option is wrong
     */
    static LocalSystem start(SystemOptions options, PrintStream console) throws IOException {
        // A wrong option is told before anything is started.
        Configs.of(options, Map.of());
        LocalCluster cluster = LocalCluster.start(options.data(), options.brokerPort(), options.registryPort());
        Map<String, String> addresses = Map.of(
                "kafka.bootstrap.servers", cluster.broker().bootstrapServers(),
                "registry.url", cluster.registry().url());
        LocalSystem system;
        try {
            system = new LocalSystem(cluster, Configs.of(options, addresses), console);
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
        try {
            List.of(system.alert, system.enrich, system.ingest).forEach(Service::start);
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
        return system;
    }

    /**
     * Waits until every service is ready; returns whether they are, which they are not where the end came first.
     *
     * @param end completed when there is no more reason to wait
     * @param tell gets what is waited for where that takes long
     * @throws IllegalStateException where a service cannot start
     */
    boolean awaitReady(CompletableFuture<?> end, Consumer<String> tell) throws InterruptedException {
        return new Readiness(List.of(ingest, enrich, alert), tell).await(end);
    }

    /** Takes articles in. */
    IngestService ingest() {
        return ingest;
    }

    /** Address of the page. */
    String page() {
        return "http://127.0.0.1:" + alert.port() + "/";
    }

    /** Where articles can be pushed. */
    String push() {
        return "http://127.0.0.1:" + ingest.port() + "/v1/articles";
    }

    /** How broker, registry and topics are found. */
    KafkaSettings kafka() {
        return kafka;
    }

    /** Makes clients; who asks for one closes it. */
    KafkaClients clients() {
        return new KafkaClients(kafka, metrics);
    }

    /** Completed, with a sentence for people, when broker or registry cannot go on. */
    CompletableFuture<String> failed() {
        return cluster.failed();
    }

    @Override
    public void close() {
        closers.close();
    }
}
