package communique.kit.kafka;

import communique.kit.config.Settings;
import communique.kit.lifecycle.Health;
import communique.kit.lifecycle.HealthCheck;
import communique.kit.registry.SchemaRegistry;
import communique.schemas.Topic;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a service back until broker, topics and schemas are there, and says what it waits for. A service may therefore
 * be started before what it needs, in any order. Later it tells when the broker does not answer.
 */
public final class StartGate implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StartGate.class);
    private static final long ASK_AGAIN_MILLIS = 500;
    private static final long WATCH_MILLIS = 2000;
    private static final long ANSWER_WITHIN_SECONDS = 5;

    private final KafkaClients clients;
    private final KafkaSettings settings;
    private final List<Topic<?, ?>> needed;
    private final Runnable then;
    private final CountDownLatch failed;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread waiter;
    private volatile Health health = Health.waiting("not started");

    /**
     * A closed gate.
     *
     * @param needed topics that must exist, with their schemas
     * @param then what to do, once, when they do
     * @param failed counted down where it can never open
     */
    public StartGate(
            KafkaClients clients,
            KafkaSettings settings,
            List<Topic<?, ?>> needed,
            Runnable then,
            CountDownLatch failed) {
        this.clients = clients;
        this.settings = settings;
        this.needed = List.copyOf(needed);
        this.then = then;
        this.failed = failed;
        this.waiter = new Thread(this::waitThenOpen, "start-gate");
        waiter.setDaemon(true);
    }

    /** Starts to wait; returns at once. */
    public void start() {
        waiter.start();
    }

    @Override
    public String name() {
        return "prerequisites";
    }

    @Override
    public Health check() {
        return health;
    }

    @Override
    public void close() {
        closing.countDown();
        waiter.interrupt();
    }

    private void waitThenOpen() {
        try (Admin admin = connect();
                SchemaRegistry registry = new SchemaRegistry(settings.registry())) {
            String missing = missing(admin, registry);
            while (!missing.isEmpty()) {
                report(missing);
                pause(ASK_AGAIN_MILLIS);
                missing = missing(admin, registry);
            }
            then.run();
            watch(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("registry client did not close", e);
        } catch (RuntimeException e) {
            LOG.error("cannot start", e);
            health = Health.dead("cannot start: " + RootCause.of(e).getMessage());
            failed.countDown();
        }
    }

    /** A service whose broker is away is alive, but does nothing: nobody should count on it. */
    private void watch(Admin admin) throws InterruptedException {
        while (true) {
            health = answers(admin)
                    ? Health.ready("broker, topics and schemas are there")
                    : Health.waiting(waitingForBroker());
            pause(WATCH_MILLIS);
        }
    }

    private static boolean answers(Admin admin) throws InterruptedException {
        try {
            admin.describeCluster().nodes().get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** A client, once the broker's name is known: in a network of containers that may be later than the start. */
    private Admin connect() throws InterruptedException {
        while (true) {
            try {
                return clients.admin();
            } catch (KafkaException e) {
                if (!String.valueOf(RootCause.of(e).getMessage()).startsWith("No resolvable bootstrap urls")) {
                    throw e;
                }
                report(waitingForBroker() + ", whose name is not known");
                pause(ASK_AGAIN_MILLIS);
            }
        }
    }

    private void pause(long millis) throws InterruptedException {
        if (closing.await(millis, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("closing");
        }
    }

    private void report(String missing) {
        if (!health.detail().equals(missing)) {
            LOG.info("{}", missing);
        }
        health = Health.waiting(missing);
    }

    /** What is missing, as a sentence; empty where nothing is. */
    private String missing(Admin admin, SchemaRegistry registry) throws InterruptedException {
        try {
            Set<String> present = admin.listTopics().names().get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
            String topics = needed.stream()
                    .map(Topic::name)
                    .filter(name -> !present.contains(name))
                    .collect(Collectors.joining(", "));
            return topics.isEmpty()
                    ? missingSchemas(registry)
                    : "waiting for topics " + topics + "; create them with: communique topics apply";
        } catch (ExecutionException | TimeoutException e) {
            return waitingForBroker();
        }
    }

    private String waitingForBroker() {
        return "waiting for the broker at " + settings.common().get("bootstrap.servers");
    }

    private String missingSchemas(SchemaRegistry registry) {
        try {
            for (Topic<?, ?> topic : needed) {
                if (topic.hasSchema() && !registry.knows(topic)) {
                    return "waiting for the schema of " + topic.name() + "; register it with: communique topics apply";
                }
            }
            return "";
        } catch (IOException e) {
            return Settings.withoutCredentials(
                    "waiting for the registry at " + settings.registry().get("schema.registry.url"));
        }
    }
}
