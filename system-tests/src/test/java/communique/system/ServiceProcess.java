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
    private JavaProcess process;

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
        List<String> arguments = new ArrayList<>();
        config.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        arguments.addAll(List.of("--set", "http.port=" + port));
        process = JavaProcess.start("256m", main.getName(), arguments, environment, log);
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
        if (process != null) {
            process.close();
        }
    }

    /** Whether it runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to stop, as a supervisor does. */
    int stop() {
        return process.stop();
    }

    /** How many threads it has. */
    int threads() {
        return process.threads();
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
