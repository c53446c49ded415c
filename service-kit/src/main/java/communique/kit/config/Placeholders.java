package communique.kit.config;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * Puts values in the place of {@code ${env:NAME}}, {@code ${file:/path:key}} and {@code ${dir:/path:file}}, so that a
 * configuration file names a secret and does not hold it.
 */
public final class Placeholders {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file|dir):[^}]*}");

    private final Map<String, String> environment;

    /** Placeholders that see an environment. */
    public Placeholders(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Whether a text refers to a value elsewhere. */
    public static boolean isReference(String text) {
        return REFERENCE.matcher(text).find();
    }

    /**
     * Replaces every reference in the values; one to a variable that is not set stays as it is.
     *
     * @throws InvalidConfigException where a file cannot be read
     */
    public Map<String, String> replace(Map<String, String> values) {
        try (EnvVarConfigProvider env = new EnvVarConfigProvider(environment);
                FileConfigProvider file = new FileConfigProvider();
                DirectoryConfigProvider dir = new DirectoryConfigProvider()) {
            Map<String, ConfigProvider> providers = Map.of("env", env, "file", file, "dir", dir);
            providers.values().forEach(provider -> provider.configure(Map.of()));
            return new ConfigTransformer(providers).transform(values).data();
        } catch (IOException | ConfigException e) {
            throw new InvalidConfigException("${...}", "cannot be resolved: " + e.getMessage());
        }
    }

    /**
     * Replaces every reference in one value.
     *
     * @throws InvalidConfigException where one leads nowhere
     */
    public String resolve(String key, String template) {
        String value = replace(Map.of(key, template)).get(key);
        if (isReference(value)) {
            throw new InvalidConfigException(key, "there is no value behind " + template);
        }
        return value;
    }
}
