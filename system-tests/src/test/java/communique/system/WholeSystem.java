package communique.system;

import communique.kit.kafka.KafkaClients;
import communique.kit.kafka.KafkaSettings;
import communique.kit.metrics.Metrics;
import communique.standalone.CommuniqueMain;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * {@code communique run} as a process: broker, registry and the services in one, which can be killed and started again.
 */
final class WholeSystem implements PushTarget, AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Pattern GREETING = Pattern.compile(
            "push articles (\\S+)/v1/articles .*Kafka +(\\S+) .*registry +(\\S+)\\n.*stops\\n", Pattern.DOTALL);

    private final Path folder;
    private final Metrics metrics = new Metrics();
    private JavaProcess process;
    private int starts;
    private volatile URI push;
    private KafkaSettings settings;

    private WholeSystem(Path folder) {
        this.folder = folder;
    }

    /** Starts it, with everything kept in a folder, and waits until it says that it is ready. */
    static WholeSystem start(Path folder) {
        WholeSystem system = new WholeSystem(folder);
        try {
            system.startAgain();
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    /** Starts it on what is in its folder, and waits until it says that it is ready. */
    void startAgain() {
        Path output = folder.resolve("output-" + starts++ + ".txt");
        process = JavaProcess.start(
                "768m",
                CommuniqueMain.class.getName(),
                List.of(
                        "run",
                        "--no-sample",
                        "--port=" + ServiceProcess.freePort(),
                        "--data=" + folder.resolve("data")),
                Map.of(),
                output);
        Matcher greeting = Awaitility.await("it is ready, see " + output)
                .atMost(READY_WITHIN)
                .until(() -> GREETING.matcher(Files.readString(output)), Matcher::find);
        push = URI.create(greeting.group(1));
        settings = ClientSettings.of(
                Map.of("kafka.bootstrap.servers", greeting.group(2), "registry.url", greeting.group(3)));
    }

    /** Kills it as {@code kill -9} does. */
    void kill() {
        if (process != null) {
            process.close();
        }
    }

    /** What became of the articles so far, as the system says that runs now. */
    Accounts accounts() {
        return new Accounts(new KafkaClients(settings, metrics), settings.topics());
    }

    @Override
    public URI at(String path) {
        return push.resolve(path);
    }

    @Override
    public void close() {
        kill();
        metrics.close();
    }
}
