package communique.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One of the services as a process of its own, which can be killed and started again. */
final class ServiceProcess implements PushTarget, AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Class<?> main;
    private final Map<String, String> config;
    private final Map<String, String> environment;
    private final Path log;
    private final int port = freePort();
    private Process process;

    /**
     * A service that is not started.
     *
     * @param main its main class
     * @param config its configuration
     * @param folder where its log goes
     */
    ServiceProcess(Class<?> main, Map<String, String> config, Path folder) {
        this(main, config, folder, Map.of());
    }

    /** The same with further variables in its environment. */
    ServiceProcess(Class<?> main, Map<String, String> config, Path folder, Map<String, String> environment) {
        this.main = main;
        this.environment = environment;
        this.config = config;
        this.log = folder.resolve(main.getSimpleName() + ".log");
    }

    /** Starts it and waits until it is ready. */
    ServiceProcess start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        config.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        command.addAll(List.of("--set", "http.port=" + port));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await(main.getSimpleName() + " is ready, see " + log)
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(this::isReady);
        return this;
    }

    /** Name of the service. */
    String name() {
        return main.getSimpleName().replace("Main", "").toLowerCase(Locale.ROOT);
    }

    /** Kills it as {@code kill -9} does. */
    void kill() {
        if (process == null) {
            return;
        }
        try {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to stop, as a supervisor does. */
    int stop() {
        process.destroy();
        try {
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** How many threads it has. */
    int threads() {
        return Path.of("/proc", String.valueOf(process.pid()), "task").toFile().list().length;
    }

    @Override
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private boolean isReady() {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(at("/readyz"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** A port nobody has. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
