package communique.kit.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Reads a service's configuration. Later sources win: the defaults, a properties file, the environment,
 * {@code key=value} arguments.
 *
 * <p>A key {@code alert.delivery.timeout} is {@code ALERT_DELIVERY_TIMEOUT} in the environment;
 * {@code ALERT_DELIVERY_TIMEOUT_FILE} names a file that holds the value, also for what is passed on. An empty variable
 * is as good as none: a compose file can name a variable without giving it a value. Values may refer to
 * {@code ${env:NAME}}, {@code ${file:/path:key}} and {@code ${dir:/path:file}}. Keys under {@code kafka.} and
 * {@code registry.} are passed on to the clients. An unknown key is an error.
 */
public final class SettingsLoader {
    private static final Map<String, ConfigDef> CLIENTS = Map.of(
            "producer.", ProducerConfig.configDef(),
            "consumer.", ConsumerConfig.configDef(),
            "admin.", AdminClientConfig.configDef(),
            "streams.", StreamsConfig.configDef());
    private static final Set<String> CLIENT_KEYS = clientKeys();
    private static final Pattern SERVER = Pattern.compile("\\S+:\\d+");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file|dir):[^}]+}");
    private static final String FILE = "_FILE";

    private final ConfigDef definition;
    private final Map<String, String> environment;

    /**
     * A loader for one service.
     *
     * @param definition the keys the service knows
     * @param environment the process environment
     */
    public SettingsLoader(ConfigDef definition, Map<String, String> environment) {
        this.definition = definition;
        this.environment = environment;
    }

    /**
     * Reads and checks everything.
     *
     * @throws InvalidConfigException with every problem found
     */
    public Settings load(Optional<Path> file, Map<String, String> arguments) {
        List<ConfigProblem> problems = new ArrayList<>();
        Map<String, String> raw = new TreeMap<>();
        file.ifPresent(path -> raw.putAll(read(path)));
        raw.putAll(fromEnvironment(problems));
        raw.putAll(arguments);
        Map<String, String> resolved = resolve(raw, problems);
        Map<String, String> own = new HashMap<>();
        Map<String, String> passedOn = new HashMap<>();
        resolved.forEach((key, value) -> sort(key, value, own, passedOn, problems));
        Map<String, Object> values = validate(own, problems);
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
        return new Settings(values, passedOn);
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new InvalidConfigException(file.toString(), "there is no such file");
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidConfigException(file.toString(), "cannot be read as a properties file: " + e.getMessage());
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private Map<String, String> fromEnvironment(List<ConfigProblem> problems) {
        Map<String, String> found = new HashMap<>();
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                return;
            }
            Optional<String> key = keyOf(name);
            if (key.isPresent()) {
                found.put(key.get(), value);
            } else if (name.endsWith(FILE)) {
                keyOf(name.substring(0, name.length() - FILE.length()))
                        .ifPresent(hidden -> found.put(hidden, readSecret(name, value, problems)));
            }
        });
        return found;
    }

    /** The key a variable stands for; empty where it is none of ours. */
    private Optional<String> keyOf(String variable) {
        Optional<String> own = definition.names().stream()
                .filter(key -> variable.equals(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")))
                .findFirst();
        String key = variable.toLowerCase(Locale.ROOT).replace('_', '.');
        boolean forKafka = key.startsWith(Settings.KAFKA) && isClientKey(key.substring(Settings.KAFKA.length()));
        boolean forRegistry = key.startsWith(Settings.REGISTRY) && !variable.endsWith(FILE);
        return own.or(() -> forKafka || forRegistry ? Optional.of(key) : Optional.empty());
    }

    private static String readSecret(String variable, String path, List<ConfigProblem> problems) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException e) {
            problems.add(new ConfigProblem(variable, "cannot read '" + path + "'"));
            return "";
        }
    }

    private Map<String, String> resolve(Map<String, String> raw, List<ConfigProblem> problems) {
        try (EnvVarConfigProvider env = new EnvVarConfigProvider(environment);
                FileConfigProvider file = new FileConfigProvider();
                DirectoryConfigProvider dir = new DirectoryConfigProvider()) {
            Map<String, ConfigProvider> providers = Map.of("env", env, "file", file, "dir", dir);
            providers.values().forEach(provider -> provider.configure(Map.of()));
            ConfigTransformer transformer = new ConfigTransformer(providers);
            Map<String, String> resolved = new TreeMap<>();
            raw.forEach((key, value) -> resolved.put(key, resolve(key, value, transformer, problems)));
            return resolved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resolve(
            String key, String value, ConfigTransformer transformer, List<ConfigProblem> problems) {
        return REFERENCE.matcher(value).replaceAll(reference -> {
            String found = lookUp(reference.group(), transformer);
            if (found.equals(reference.group())) {
                problems.add(new ConfigProblem(key, found + " leads nowhere"));
            }
            return Matcher.quoteReplacement(found);
        });
    }

    /** What a reference stands for; the reference itself where it stands for nothing. */
    private static String lookUp(String reference, ConfigTransformer transformer) {
        try {
            return transformer.transform(Map.of(reference, reference)).data().get(reference);
        } catch (ConfigException e) {
            return reference;
        }
    }

    private void sort(
            String key,
            String value,
            Map<String, String> own,
            Map<String, String> passedOn,
            List<ConfigProblem> problems) {
        if (definition.names().contains(key)) {
            own.put(key, value);
        } else if (key.startsWith(Settings.KAFKA)) {
            String clientKey = key.substring(Settings.KAFKA.length());
            mistyped(clientKey)
                    .ifPresentOrElse(
                            meant -> problems.add(new ConfigProblem(
                                    key, "no Kafka client knows it; did you mean kafka." + meant + "?")),
                            () -> {
                                refusal(clientKey, value)
                                        .ifPresent(message -> problems.add(new ConfigProblem(key, message)));
                                passedOn.put(key, value);
                            });
        } else if (key.startsWith(Settings.REGISTRY)) {
            passedOn.put(key, value);
        } else {
            String hint = Suggestion.nearest(key, definition.names())
                    .map(meant -> "; did you mean " + meant + "?")
                    .orElse("; the known keys are in docs/configuration.md");
            problems.add(new ConfigProblem(key, "unknown key" + hint));
        }
    }

    private Map<String, Object> validate(Map<String, String> own, List<ConfigProblem> problems) {
        Map<String, Object> values = new HashMap<>();
        for (ConfigValue value : definition.validate(own)) {
            if (problems.stream().noneMatch(known -> known.key().equals(value.name()))) {
                value.errorMessages().forEach(message -> problems.add(new ConfigProblem(value.name(), message)));
            }
            values.put(value.name(), value.value());
        }
        return values;
    }

    /** Why a client would refuse a value when it is made: known here before anything is started. */
    private static Optional<String> refusal(String key, String value) {
        String client = clientOf(key);
        String name = key.substring(client.length());
        if (name.equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            return Stream.of(value.split(",", -1))
                    .map(String::strip)
                    .filter(server -> !SERVER.matcher(server).matches())
                    .map(server -> "'" + server + "' is not host:port")
                    .findFirst();
        }
        return CLIENTS.entrySet().stream()
                .filter(known -> known.getKey().startsWith(client))
                .flatMap(known -> known.getValue().validate(Map.of(name, value)).stream())
                .filter(checked -> checked.name().equals(name))
                .flatMap(checked -> checked.errorMessages().stream())
                .findFirst();
    }

    /** A key no client knows that is close to one they know. Other unknown keys may belong to an operator's plug-in. */
    private static Optional<String> mistyped(String key) {
        if (isClientKey(key)) {
            return Optional.empty();
        }
        String client = clientOf(key);
        return Suggestion.nearest(key.substring(client.length()), CLIENT_KEYS).map(meant -> client + meant);
    }

    private static boolean isClientKey(String key) {
        return CLIENT_KEYS.contains(key.substring(clientOf(key).length()));
    }

    private static String clientOf(String key) {
        return CLIENTS.keySet().stream().filter(key::startsWith).findFirst().orElse("");
    }

    private static Set<String> clientKeys() {
        Set<String> keys = new TreeSet<>();
        CLIENTS.values().forEach(client -> keys.addAll(client.names()));
        return keys;
    }
}
