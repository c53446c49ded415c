package communique.standalone.run;

import communique.ingest.feed.FeedSource;
import communique.kit.config.InvalidConfigException;
import communique.kit.lifecycle.LogFormat;
import communique.standalone.PreferredPort;
import communique.standalone.Terminal;
import communique.standalone.sample.SampleSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code communique run}: everything in one process. */
@Command(
        name = "run",
        description = {
            "Start broker, registry and the three services in one process, feed them news, print alerts as they come.",
            "With --once: take in --input, wait until every article has a decision, print the alerts, exit."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RunCommand implements Callable<Integer> {
    private static final int PREFERRED_BROKER_PORT = 9092;
    private static final int PREFERRED_REGISTRY_PORT = 8081;

    private static final String INGEST = "ingest.";
    private static final String ENRICH = "enrich.";
    private static final String ALERT = "alert.";
    private static final List<String> SERVICES = List.of(INGEST, ENRICH, ALERT);

    /** So many sample articles are there at once; the others appear while people watch. */
    private static final int SAMPLES_AT_ONCE = 24;

    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "data",
            description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(names = "--port", defaultValue = "8080", description = "Port of the page (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--feeds", paramLabel = "FILE", description = "YAML file of feeds to poll.")
    private Path feeds;

    @Option(names = "--no-sample", description = "Leave the sample news out.")
    private boolean noSample;

    @Option(names = "--rules", paramLabel = "FILE", description = "YAML file of watch rules.")
    private Path rules;

    @Option(
            names = "--channels",
            paramLabel = "FILE",
            description = "YAML file of channels alerts are delivered to; with --once nothing is delivered.")
    private Path channels;

    @Option(names = "--lexicon", paramLabel = "FOLDER", description = "Data files that add to the engine's own.")
    private Path lexicon;

    @Option(names = "--include-stale", description = "Alert about old events under a fresh date too.")
    private boolean includeStale;

    @Option(names = "--once", description = "Take in --input, print the alerts, exit.")
    private boolean once;

    @Option(
            names = "--input",
            paramLabel = "PATH",
            description = "With --once: a file or folder of .txt, .html and .jsonl.")
    private Path input;

    @Option(names = "--json", description = "With --once: print one JSON object a line.")
    private boolean json;

    @Option(names = "--decisions", description = "With --once: print what was decided about every article too.")
    private boolean decisions;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A configuration value: of one service where its key begins with ingest., enrich. or alert.,"
                    + " else of all, such as log.level=info.")
    private final Map<String, String> settings = new HashMap<>();

    /**
     * The command.
     *
     * @param out where alerts are printed, UTF-8
     * @param err where everything else is printed, UTF-8
     */
    public RunCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        refuseWhatNeedsOnce();
        new LogFormat(
                        settings.getOrDefault("log.format", "text").equals("json"),
                        settings.getOrDefault("log.level", "warn"))
                .apply();
        // An empty broker, its first connections and a temporary folder are no news here.
        LogFormat.quiet(
                "org.apache.kafka.controller",
                "org.apache.kafka.clients.NetworkClient",
                "org.apache.kafka.streams.StreamsConfig",
                "org.apache.kafka.streams.processor.internals.StateDirectory");
        return once ? runOnce() : runOn();
    }

    private void refuseWhatNeedsOnce() {
        Map<String, Boolean> given = Map.of("--input", input != null, "--json", json, "--decisions", decisions);
        List<String> alone = given.keySet().stream()
                .filter(option -> !once && given.get(option))
                .sorted()
                .toList();
        if (!alone.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join(", ", alone) + " without --once");
        }
    }

    private int runOnce() throws IOException, InterruptedException {
        if (input == null || !Files.exists(input)) {
            throw new InvalidConfigException(
                    "--input",
                    input == null
                            ? "is needed with --once: a file or folder of articles"
                            : "there is no file or folder '" + input + "'");
        }
        Path temporary = Files.createTempDirectory("communique");
        try (LocalSystem system = LocalSystem.start(once(temporary), out)) {
            if (!system.awaitReady(system.failed(), this::tell)) {
                throw new IllegalStateException(system.failed().join());
            }
            return new OnceRun(system, out, err, json, decisions).run(input);
        } finally {
            Folder.delete(temporary);
        }
    }

    private int runOn() throws IOException, InterruptedException {
        CompletableFuture<String> told = new CompletableFuture<>();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(told, stopped), "stop"));
        err.println("communique: starting broker, registry and services ...");
        Files.createDirectories(data);
        try (SampleSource sample = new SampleSource(Clock.systemUTC(), SAMPLES_AT_ONCE);
                LocalSystem system = LocalSystem.start(lasting(sample), out)) {
            CompletableFuture<String> end = told.applyToEither(system.failed(), reason -> reason);
            if (system.awaitReady(end, this::tell)) {
                greet(system);
            }
            tell(end.join());
            return told.isDone() ? 0 : 1;
        } finally {
            stopped.countDown();
        }
    }

    private void tell(String what) {
        err.println("communique: " + what);
    }

    private void greet(LocalSystem system) {
        err.println("communique: ready");
        err.println("  alerts live   " + system.page());
        err.println("  push articles " + system.push() + "   (POST: JSON, array, NDJSON)");
        err.println("  Kafka         " + system.kafka().common().get("bootstrap.servers") + "   topics "
                + system.kafka().topics().prefix() + ".*");
        err.println("  registry      " + system.kafka().registry().get("schema.registry.url"));
        err.println("  kept in       " + data.toAbsolutePath().normalize() + "   Ctrl-C stops");
        err.println();
    }

    /** One partition keeps articles in the order of the input. */
    SystemOptions once(Path folder) {
        Map<String, String> common =
                new HashMap<>(Map.of("topics.partitions", "1", "http.port", "0", "log.level", "warn"));
        common.putAll(settingsOf(""));
        Map<String, String> alert =
                new HashMap<>(Map.of("alert.state.dir", folder.resolve("alert").toString()));
        SystemOptions options = options(folder, 0, 0, common, alert, List.of(), Map.of());
        // What is tried once is delivered nowhere.
        options.alert().remove("alert.delivery.channels");
        return options;
    }

    private SystemOptions lasting(SampleSource sample) {
        Map<String, String> common = new HashMap<>(Map.of("http.port", "0", "log.level", "warn"));
        common.putAll(settingsOf(""));
        Map<String, String> alert = new HashMap<>(Map.of(
                "alert.state.dir", data.resolve("alert").toString(),
                "http.port", String.valueOf(port),
                "alert.delivery.console", Terminal.isAttached() ? "color" : "plain"));
        List<FeedSource> samples = noSample ? List.of() : List.of(sample.source());
        return options(
                data,
                PreferredPort.orAny(PREFERRED_BROKER_PORT),
                PreferredPort.orAny(PREFERRED_REGISTRY_PORT),
                common,
                alert,
                samples,
                environment());
    }

    /** Broker and registry are those started here, whatever is meant for other clients on this machine. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("KAFKA_") || name.startsWith("REGISTRY_"));
        return environment;
    }

    private SystemOptions options(
            Path folder,
            int brokerPort,
            int registryPort,
            Map<String, String> common,
            Map<String, String> alert,
            List<FeedSource> samples,
            Map<String, String> environment) {
        Map<String, String> ingest = new HashMap<>();
        Map<String, String> enrich = new HashMap<>(
                Map.of("enrich.state.dir", folder.resolve("enrich").toString()));
        given(feeds).ifPresent(file -> ingest.put("ingest.sources", file));
        given(rules).ifPresent(file -> alert.put("alert.rules", file));
        given(channels).ifPresent(file -> alert.put("alert.delivery.channels", file));
        given(lexicon).ifPresent(path -> {
            enrich.put("enrich.lexicon", path);
            alert.put("alert.lexicon", path);
        });
        if (includeStale) {
            alert.put("alert.include.stale", "true");
        }
        if (!samples.isEmpty()) {
            ingest.put("ingest.fetch.allow", "127.0.0.0/8");
        }
        ingest.putAll(settingsOf(INGEST));
        enrich.putAll(settingsOf(ENRICH));
        alert.putAll(settingsOf(ALERT));
        return new SystemOptions(folder, brokerPort, registryPort, common, ingest, enrich, alert, samples, environment);
    }

    /** What was set of one service, by the beginning of its keys; of all, where that is empty. */
    private Map<String, String> settingsOf(String service) {
        Map<String, String> own = new HashMap<>(settings);
        own.keySet()
                .removeIf(key -> !SERVICES.stream()
                        .filter(key::startsWith)
                        .findFirst()
                        .orElse("")
                        .equals(service));
        return own;
    }

    private static Optional<String> given(Path path) {
        return Optional.ofNullable(path).map(Path::toString);
    }

    private static void stopAndWait(CompletableFuture<String> told, CountDownLatch stopped) {
        told.complete("stopping ...");
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
