package communique.kit.lifecycle;

import communique.kit.config.InvalidConfigException;
import communique.kit.config.Settings;
import communique.kit.config.SettingsLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigDef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command of a service process: reads arguments and configuration, runs until it is told to stop.
 *
 * <p>Exit codes: 0 printed what was asked for, 1 failed while running, 2 wrong arguments or configuration. Told to stop
 * by a signal the process closes the service, then ends with 128 and the signal's number, as every Java process does.
 * It ends at once, with 1, when the machine's clock is set back.
 */
@Command(mixinStandardHelpOptions = true, versionProvider = ProductVersion.class, sortOptions = false)
public final class ServiceCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceCommand.class);

    private final ConfigDef definition;
    private final Function<Settings, Service> factory;
    private final Map<String, String> environment;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file with configuration.")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One configuration value; wins over file and environment.")
    private final Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--print-config", description = "Print the configuration in effect, secrets hidden, and exit.")
    private boolean printConfig;

    private ServiceCommand(ConfigDef definition, Function<Settings, Service> factory, Map<String, String> environment) {
        this.definition = definition;
        this.factory = factory;
        this.environment = environment;
    }

    /**
     * Runs a service as the main program.
     *
     * @param name name of the program
     * @param definition the keys it knows
     * @param factory makes the service of checked settings; may throw {@link InvalidConfigException}
     * @param arguments the command line
     * @return the exit code
     */
    public static int run(String name, ConfigDef definition, Function<Settings, Service> factory, String... arguments) {
        ServiceCommand command = new ServiceCommand(definition, factory, System.getenv());
        return new CommandLine(command)
                .setCommandName(name)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    Optional<InvalidConfigException> invalid = InvalidConfigException.behind(failure);
                    if (invalid.isPresent()) {
                        line.getErr().println(name + ": " + invalid.get().getMessage());
                        return 2;
                    }
                    LOG.error("{} failed", name, failure);
                    return 1;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        // What is logged before the configuration is known belongs to no output either.
        new LogFormat(false, "warn").apply();
        Settings settings = new SettingsLoader(definition, environment).load(Optional.ofNullable(config), values);
        if (printConfig) {
            PrintWriter out = spec.commandLine().getOut();
            settings.shown().forEach((key, value) -> out.println(key + "=" + value));
            return 0;
        }
        LogFormat.of(settings).apply();
        try (Service service = factory.apply(settings)) {
            Thread hook = new Thread(this::stopAndWait, "stop");
            Runtime.getRuntime().addShutdownHook(hook);
            service.start();
            Thread watch = new Thread(() -> watch(service), "watch");
            watch.setDaemon(true);
            watch.start();
            stop.await();
            return service.failed().getCount() == 0 ? 1 : 0;
        } finally {
            stopped.countDown();
        }
    }

    private void watch(Service service) {
        Clock machine = Clock.systemUTC();
        ClockWatch clock = new ClockWatch(machine, new SteadyClock(machine));
        try {
            while (!service.failed().await(1, TimeUnit.SECONDS)) {
                if (clock.isSetBack()) {
                    LOG.error("the machine's clock was set back; ending, to be started again with its time");
                    // A clean stop would wait by that clock; what a kill does no harm to, this does none to either.
                    Runtime.getRuntime().halt(1);
                }
            }
            stop.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAndWait() {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
