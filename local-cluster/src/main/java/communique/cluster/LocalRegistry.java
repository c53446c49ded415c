package communique.cluster;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry (Apicurio) in a process of its own, which ends with this one even where this one is killed. Its
 * subjects are kept in the folder; its output goes to {@code registry.log} there.
 */
public final class LocalRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalRegistry.class);
    private static final Duration START_WITHIN = Duration.ofSeconds(60);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final Duration ASK_AGAIN = Duration.ofMillis(50);
    private static final List<String> LEAN_JVM =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Process process;
    private final String url;
    private final RegistryLog log;
    private final CompletableFuture<String> failed = new CompletableFuture<>();
    private volatile boolean closing;

    private LocalRegistry(Process process, String url, RegistryLog log) {
        this.process = process;
        this.url = url;
        this.log = log;
    }

    /**
     * Starts a registry and waits until it answers, with BACKWARD as the level of subjects that have none of their own.
     *
     * @param folder where its subjects are, or will be
     * @param port port of the loopback address, 0 for any free one
     * @throws LocalClusterException where it cannot be started
     */
    public static LocalRegistry start(Path folder, int port) {
        int chosen = LoopbackPort.choose(port, "schema registry");
        String url = "http://" + LoopbackPort.HOST + ":" + chosen + "/apis/ccompat/v7";
        try {
            Files.createDirectories(folder);
            RegistryLog log = RegistryLog.in(folder);
            LocalRegistry registry = new LocalRegistry(launch(folder.toAbsolutePath(), chosen, log), url, log);
            registry.awaitReady();
            return registry;
        } catch (IOException e) {
            throw new LocalClusterException("cannot start a registry in " + folder + ": " + e, e);
        }
    }

    /** Base URL for Confluent's client. */
    public String url() {
        return url;
    }

    /**
     * Completed, with a sentence for people, when its process has ended without having been closed. A terminal sends
     * its Ctrl-C to that process too: an owner that is stopping itself pays no heed.
     */
    public CompletableFuture<String> failed() {
        return failed;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends its process, the hard way where it does not end within seconds; idempotent. */
    @Override
    public void close() {
        closing = true;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the registry did not stop in time, ending its process");
                process.destroyForcibly().waitFor(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Process launch(Path folder, int port, RegistryLog log) throws IOException {
        String classPath = RegistryHome.ownClasses() + File.pathSeparator + RegistryHome.runnerJar();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(LEAN_JVM);
        builder.command().addAll(List.of("-cp", classPath, RegistryMain.class.getName()));
        // What is meant for another registry or Quarkus application of this machine is not meant for this one.
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("APICURIO_"));
        builder.environment().putAll(environment(folder, port));
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                .start();
    }

    private static Map<String, String> environment(Path folder, int port) {
        return Map.of(
                "QUARKUS_HTTP_HOST", LoopbackPort.HOST,
                "QUARKUS_HTTP_PORT", String.valueOf(port),
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false",
                "QUARKUS_BANNER_ENABLED", "false",
                "APICURIO_DATASOURCE_URL", "jdbc:h2:file:" + folder.resolve("subjects"),
                // Its own default is a pool of 20 to 100 connections.
                "APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1",
                "APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1",
                "APICURIO_DATASOURCE_JDBC_MAX_SIZE", "8",
                // Else the same schema with its keys in another order is another schema.
                "APICURIO_CCOMPAT_USE_CANONICAL_HASH", "true");
    }

    /** Ready means: it has taken the global compatibility level, which this version can only be given over HTTP. */
    private void awaitReady() {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(ASK_AGAIN.multipliedBy(20))
                .build();
        HttpRequest level = HttpRequest.newBuilder(URI.create(url + "/config"))
                .timeout(START_WITHIN.dividedBy(4))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}"))
                .build();
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        try {
            while (!accepts(client, level)) {
                if (process.waitFor(ASK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new LocalClusterException("the registry has ended while starting: " + log.lastLines());
                }
                if (System.nanoTime() > deadline) {
                    throw new LocalClusterException("the registry does not answer: " + log.lastLines());
                }
            }
            CompletableFuture<Void> unused = process.onExit().thenRun(this::ended);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new LocalClusterException("interrupted while the registry was starting", e);
        } catch (LocalClusterException e) {
            close();
            throw e;
        }
    }

    private static boolean accepts(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void ended() {
        if (!closing) {
            failed.complete("the registry has ended; " + log.lastLines());
        }
    }
}
