package communique.system.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.HostConfig;
import communique.system.PushTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;

/** One service of the compose file as a container to which things can be done. */
final class ComposedService implements PushTarget, AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ComposeFile.Service service;
    private final Network network;
    private final GenericContainer<?> container;
    private final List<Bind> binds;

    /**
     * A container that is not started.
     *
     * @param service what the compose file says of it
     * @param image what it runs
     * @param root the folder relative paths start from
     */
    ComposedService(ComposeFile.Service service, String image, Network network, Path root) {
        this.service = service;
        this.network = network;
        this.binds = service.list("volumes").stream()
                .map(volume -> bind(volume, root, network.getId()))
                .toList();
        this.container = new GenericContainer<>(DockerImageName.parse(image))
                .withNetwork(network)
                .withNetworkAliases(service.name())
                .withEnv(service.environment())
                .withStartupAttempts(3)
                .withStartupTimeout(PATIENCE)
                .withCreateContainerCmdModifier(this::describe);
        container.setPortBindings(service.list("ports"));
        if (!service.list("command").isEmpty()) {
            container.withCommand(service.list("command").toArray(String[]::new));
        }
    }

    private static Bind bind(String volume, Path root, String project) {
        return Bind.parse(
                volume.startsWith("./")
                        ? root.resolve(volume.substring(2))
                                .toAbsolutePath()
                                .normalize()
                                .toString()
                        : project.substring(0, 8) + "-" + volume);
    }

    private void describe(CreateContainerCmd command) {
        HostConfig host = command.getHostConfig()
                .withMemory(service.memory())
                .withMemorySwap(service.memory())
                .withBinds(binds);
        if (service.isOurs()) {
            host.withReadonlyRootfs(true)
                    .withTmpFs(service.list("tmpfs").stream()
                            .map(mount -> mount.split(":", 2))
                            .collect(Collectors.toMap(mount -> mount[0], mount -> mount[1])))
                    .withCapDrop(Capability.valueOf(service.list("cap_drop").get(0)))
                    .withSecurityOpts(service.list("security_opt"));
        }
    }

    /** Name of the service. */
    String name() {
        return service.name();
    }

    /** Creates and starts it. */
    ComposedService start() {
        container.start();
        return this;
    }

    /** Kills it as {@code kill -9} does. */
    void kill() {
        docker().killContainerCmd(id()).exec();
    }

    /** Starts the container again that was killed. */
    void startAgain() {
        docker().startContainerCmd(id()).exec();
    }

    /** Freezes it. */
    void pause() {
        docker().pauseContainerCmd(id()).exec();
    }

    /** Lets it go on. */
    void resume() {
        docker().unpauseContainerCmd(id()).exec();
    }

    /** Takes it off the network. */
    void cutOff() {
        docker().disconnectFromNetworkCmd()
                .withNetworkId(network.getId())
                .withContainerId(id())
                .withForce(true)
                .exec();
    }

    /** Puts it back, under its name. */
    void reconnect() {
        docker().connectToNetworkCmd()
                .withNetworkId(network.getId())
                .withContainerId(id())
                .withContainerNetwork(new ContainerNetwork().withAliases(service.name()))
                .exec();
    }

    /** Whether the same process runs that was started, without having been killed for its memory. */
    boolean isAlive() {
        InspectContainerResponse.ContainerState state =
                docker().inspectContainerCmd(id()).exec().getState();
        return Boolean.TRUE.equals(state.getRunning()) && !Boolean.TRUE.equals(state.getOOMKilled());
    }

    /** Whether it has done what it was started for. */
    boolean hasEnded() {
        InspectContainerResponse.ContainerState state =
                docker().inspectContainerCmd(id()).exec().getState();
        if (Boolean.TRUE.equals(state.getRunning())) {
            return false;
        }
        assertThat(state.getExitCodeLong()).as(name() + ": " + log()).isZero();
        return true;
    }

    /** When the process was started that runs. */
    String startedAt() {
        return docker().inspectContainerCmd(id()).exec().getState().getStartedAt();
    }

    /** The most memory its process ever had, in bytes. */
    long peakMemory() {
        return inside("cat", "/proc/1/status")
                        .lines()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                * 1024;
    }

    /** The limit of its memory, in bytes. */
    long memoryLimit() {
        return service.memory();
    }

    @Override
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    @Override
    public Optional<String> token() {
        return Optional.ofNullable(service.environment().get("INGEST_PUSH_TOKEN"));
    }

    /** What it answers; empty where it does not, or with a failure. */
    String get(String path) {
        HttpResponse<String> answer = ask(path);
        return answer == null || answer.statusCode() != 200 ? "" : answer.body();
    }

    /** What it says of its health to somebody in the container, who needs no network. */
    String healthInside() {
        return inside("curl", "--silent", "--max-time", "5", "http://127.0.0.1:8080/readyz");
    }

    boolean isReady() {
        return !get("/readyz").isEmpty();
    }

    /** Waits until it is ready; where it is not in time, its own words tell why, and its log is kept. */
    ComposedService awaitReady() {
        try {
            Awaitility.await(name() + " is ready")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(this::isReady);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(name() + " is not ready, see " + keptLog() + ": " + healthInside(), e);
        }
        return this;
    }

    /** Waits until the compose file's health check of it succeeds; a port is open before anybody listens behind it. */
    ComposedService awaitHealthy() {
        String[] check = service.healthCheck().toArray(String[]::new);
        Awaitility.await(name() + " is healthy")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> container.execInContainer(check).getExitCode() == 0);
        return this;
    }

    /** What it has logged. */
    String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        container.stop();
        binds.stream()
                .map(Bind::getPath)
                .filter(path -> !path.startsWith("/"))
                .forEach(volume -> DockerClientFactory.instance()
                        .client()
                        .removeVolumeCmd(volume)
                        .exec());
    }

    private Path keptLog() {
        try {
            return Files.writeString(Path.of("target", name() + ".log"), log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String inside(String... command) {
        try {
            return container.execInContainer(command).getStdout();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> ask(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(at(path))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private String id() {
        return container.getContainerId();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }
}
