package communique.cluster;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A broker and a registry of this machine that start and stop together. */
public final class LocalCluster implements AutoCloseable {
    private final LocalBroker broker;
    private final LocalRegistry registry;

    private LocalCluster(LocalBroker broker, LocalRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts both at the same time and waits until both can be used.
     *
     * @param folder where everything is kept, also over restarts on other ports
     * @param brokerPort port of the loopback address, 0 for any free one
     * @param registryPort port of the loopback address, 0 for any free one
     * @throws LocalClusterException where one of them cannot be started; the other one is stopped again
     */
    public static LocalCluster start(Path folder, int brokerPort, int registryPort) {
        CompletableFuture<LocalRegistry> starting =
                CompletableFuture.supplyAsync(() -> LocalRegistry.start(folder.resolve("registry"), registryPort));
        LocalBroker broker;
        try {
            broker = LocalBroker.start(folder.resolve("kafka"), brokerPort);
        } catch (LocalClusterException e) {
            starting.thenAccept(LocalRegistry::close)
                    .exceptionally(failure -> null)
                    .join();
            throw e;
        }
        try {
            return new LocalCluster(broker, starting.join());
        } catch (CompletionException e) {
            broker.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The broker. */
    public LocalBroker broker() {
        return broker;
    }

    /** The registry. */
    public LocalRegistry registry() {
        return registry;
    }

    /** Completed, with a sentence for people, when one of them cannot go on; its owner should stop and close both. */
    public CompletableFuture<String> failed() {
        return broker.failed().applyToEither(registry.failed(), reason -> reason);
    }

    /** Stops both; idempotent. */
    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
