package communique.system.container;

import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.metrics.Metrics;
import communique.schemas.Topics;
import communique.system.ClientSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.testcontainers.containers.Network;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * What {@code docker-compose.yml} describes, started from that file on free ports, with the demonstration's receiver.
 */
final class ComposedSystem implements AutoCloseable {
    private static final Path ROOT = Path.of("..");
    private static final List<String> PORTS =
            List.of("KAFKA_PORT", "REGISTRY_PORT", "INGEST_PORT", "ENRICH_PORT", "ALERT_PORT", "RECEIVER_PORT");

    private final ComposeFile file;
    private final String image;
    private final Network network = Network.newNetwork();
    private final Deque<ComposedService> started = new ArrayDeque<>();
    private final Map<String, ComposedService> services;
    private final Metrics metrics = new Metrics();
    private final KafkaClients clients;
    private final Topics topics;
    private final Outcomes outcomes;

    private ComposedSystem(ComposeFile file, String image) {
        this.file = file;
        this.image = image;
        start("kafka").awaitHealthy();
        start("registry").awaitHealthy();
        applyTopics();
        services = Stream.of("ingest-service", "enrich-service", "alert-service", "webhook-receiver")
                .collect(Collectors.toMap(Function.identity(), this::start));
        pipeline().forEach(ComposedService::awaitReady);
        services.get("webhook-receiver").awaitHealthy();
        KafkaSettings settings = settings();
        clients = new KafkaClients(settings, metrics);
        topics = settings.topics();
        outcomes = new Outcomes(clients, topics);
    }

    /** Builds the image and starts everything; returns when all are ready. */
    static ComposedSystem start() {
        Map<String, String> variables = new HashMap<>(ComposeFile.variables(ROOT.resolve("etc/compose/demo.env")));
        variables.put("INGEST_SOURCES", "");
        variables.put(
                "IMAGE_PREFIX",
                Optional.ofNullable(System.getenv("IMAGE_PREFIX")).orElse(""));
        PORTS.forEach(name -> variables.put(name, freePort()));
        ComposeFile file = ComposeFile.read(ROOT.resolve("docker-compose.yml"), variables);
        return new ComposedSystem(file, build(variables.get("IMAGE_PREFIX") + "eclipse-temurin:17-jre"));
    }

    private static String build(String jre) {
        Path made = ROOT.resolve("standalone/target");
        return new ImageFromDockerfile("localhost/communique:test", false)
                .withFileFromPath("Dockerfile", ROOT.resolve("Dockerfile"))
                .withFileFromPath("standalone/target/lib", made.resolve("lib"))
                .withFileFromPath("standalone/target/modules", made.resolve("modules"))
                .withFileFromPath("standalone/target/standalone-test.jar", jarIn(made))
                .withFileFromPath("etc/image", ROOT.resolve("etc").resolve("image"))
                .withBuildArg("JRE_IMAGE", jre)
                .get();
    }

    private static Path jarIn(Path made) {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(made, "standalone-*.jar")) {
            return jars.iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A further container of a service of the file that has no port of its own. */
    ComposedService start(String name) {
        ComposeFile.Service service = file.service(name);
        ComposedService container =
                new ComposedService(service, service.isOurs() ? image : service.image(), network, ROOT);
        container.start();
        started.push(container);
        return container;
    }

    /** Does what the one-shot of the file does. */
    void applyTopics() {
        ComposedService once = start("topics");
        Awaitility.await("topics and schemas are there")
                .atMost(ComposedService.PATIENCE)
                .until(once::hasEnded);
    }

    ComposedService kafka() {
        return named("kafka");
    }

    ComposedService registry() {
        return named("registry");
    }

    ComposedService ingest() {
        return services.get("ingest-service");
    }

    ComposedService enrich() {
        return services.get("enrich-service");
    }

    ComposedService alert() {
        return services.get("alert-service");
    }

    ComposedService receiver() {
        return services.get("webhook-receiver");
    }

    /** The three services in the order articles pass them. */
    List<ComposedService> pipeline() {
        return List.of(ingest(), enrich(), alert());
    }

    /** What has come out of it. */
    Outcomes outcomes() {
        return outcomes;
    }

    /** Clients for its broker. */
    KafkaClients clients() {
        return clients;
    }

    /** Its topics. */
    Topics topics() {
        return topics;
    }

    @Override
    public void close() {
        if (outcomes != null) {
            outcomes.close();
        }
        metrics.close();
        started.forEach(ComposedService::close);
        network.close();
    }

    private ComposedService named(String name) {
        return started.stream()
                .filter(container -> container.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private KafkaSettings settings() {
        return ClientSettings.of(Map.of(
                "kafka.bootstrap.servers", "127.0.0.1:" + file.service("kafka").port(),
                "registry.url", "http://127.0.0.1:" + file.service("registry").port() + "/apis/ccompat/v7"));
    }
}
