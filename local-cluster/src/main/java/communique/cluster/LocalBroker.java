package communique.cluster;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka broker inside this process: one node on the loopback address, its records in one folder. */
public final class LocalBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalBroker.class);
    private static final Duration START_WITHIN = Duration.ofSeconds(90);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(15);

    private final KafkaRaftServer server;
    private final FolderLock lock;
    private final String bootstrapServers;
    private final CompletableFuture<String> failed = new CompletableFuture<>();
    private boolean closed;

    private LocalBroker(KafkaRaftServer server, FolderLock lock, String bootstrapServers) {
        this.server = server;
        this.lock = lock;
        this.bootstrapServers = bootstrapServers;
        KafkaExit.tell(() -> failed.complete("the broker cannot go on; Kafka's last error message says why"));
    }

    /**
     * Starts a broker and waits until it serves clients.
     *
     * @param folder where its records are, or will be; the same folder may be started again on another port
     * @param port port of the loopback address, 0 for any free one
     * @throws LocalClusterException where it cannot be started
     */
    public static LocalBroker start(Path folder, int port) {
        return start(folder, port, Map.of());
    }

    /**
     * Starts a broker with settings of one's own and waits until it serves clients.
     *
     * @param settings Kafka's own keys, which win over the usual ones; what they name as {@code listeners},
     *     {@code advertised.listeners} and {@code listener.security.protocol.map} is there besides the usual listener
     * @throws LocalClusterException where it cannot be started
     */
    public static LocalBroker start(Path folder, int port, Map<String, String> settings) {
        Path data = folder.toAbsolutePath();
        int chosen = LoopbackPort.choose(port, "broker");
        FolderLock lock = FolderLock.take(data);
        LocalBroker broker;
        try {
            format(data);
            KafkaConfig config = new KafkaConfig(
                    BrokerConfig.of(data, chosen, LoopbackPort.choose(0, "controller"), settings), false);
            broker = new LocalBroker(new KafkaRaftServer(config, Time.SYSTEM), lock, LoopbackPort.HOST + ":" + chosen);
        } catch (Exception e) {
            lock.close();
            throw new LocalClusterException("cannot use the broker's records in " + data + ": " + e.getMessage(), e);
        }
        broker.startUp();
        return broker;
    }

    /** Address for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Completed, with a sentence for people, when the broker cannot go on, such as on a full disk. */
    public CompletableFuture<String> failed() {
        return failed;
    }

    /** Stops within seconds; idempotent. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            inBackground("stop-broker", this::shutDown).get(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            lock.close();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the broker did not stop cleanly; it will check its records at the next start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kafka writes down who owns a folder before it uses it; what is there already is kept. */
    private static void format(Path data) throws Exception {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Formatter formatter = new Formatter();
        formatter.setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        formatter.setClusterId(Uuid.randomUuid().toString());
        formatter.setNodeId(BrokerConfig.NODE);
        formatter.setReleaseVersion(MetadataVersion.latestProduction());
        formatter.setControllerListenerName(BrokerConfig.CONTROLLER);
        formatter.setMetadataLogDirectory(data.toString());
        formatter.addDirectory(data.toString());
        formatter.run();
    }

    private void startUp() {
        try {
            CompletableFuture.anyOf(inBackground("start-broker", server::startup), failed)
                    .get(START_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            if (failed.isDone()) {
                throw notStarted(failed.join(), null);
            }
        } catch (ExecutionException e) {
            throw notStarted("cannot start a broker: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw notStarted("the broker has not started within " + START_WITHIN.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notStarted("interrupted while the broker was starting", e);
        }
    }

    private LocalClusterException notStarted(String message, Throwable cause) {
        close();
        return new LocalClusterException(message, cause);
    }

    private void shutDown() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static CompletableFuture<Void> inBackground(String name, Runnable work) {
        return CompletableFuture.runAsync(work, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        });
    }
}
