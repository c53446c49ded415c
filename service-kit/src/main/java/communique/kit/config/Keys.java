package communique.kit.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * Builds a service's table of keys on Kafka's {@link ConfigDef}, with the kinds of value that ours have and Kafka's
 * lack.
 */
public final class Keys {
    private final ConfigDef definition = new ConfigDef();

    /** A text with a default; null as default means it may stay unset. */
    public Keys text(String key, String defaultValue, String doc) {
        definition.define(key, ConfigDef.Type.STRING, defaultValue, ConfigDef.Importance.MEDIUM, doc);
        return this;
    }

    /** A text that must be given. */
    public Keys requiredText(String key, String doc) {
        definition.define(
                key,
                ConfigDef.Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                new ConfigDef.NonEmptyString(),
                ConfigDef.Importance.HIGH,
                doc);
        return this;
    }

    /** One of a few words. */
    public Keys choice(String key, String defaultValue, String doc, String... words) {
        definition.define(
                key,
                ConfigDef.Type.STRING,
                defaultValue,
                ConfigDef.ValidString.in(words),
                ConfigDef.Importance.LOW,
                doc);
        return this;
    }

    /** A text that is hidden wherever configuration is shown. */
    public Keys secret(String key, String doc) {
        definition.define(key, ConfigDef.Type.PASSWORD, null, ConfigDef.Importance.MEDIUM, doc);
        return this;
    }

    /** A whole number within bounds, both inclusive. */
    public Keys number(String key, int defaultValue, int min, int max, String doc) {
        definition.define(
                key,
                ConfigDef.Type.INT,
                defaultValue,
                ConfigDef.Range.between(min, max),
                ConfigDef.Importance.MEDIUM,
                doc);
        return this;
    }

    /** True or false. */
    public Keys flag(String key, boolean defaultValue, String doc) {
        definition.define(key, ConfigDef.Type.BOOLEAN, defaultValue, ConfigDef.Importance.MEDIUM, doc);
        return this;
    }

    /** A list of texts, separated by commas. */
    public Keys list(String key, String defaultValue, String doc) {
        definition.define(key, ConfigDef.Type.LIST, defaultValue, ConfigDef.Importance.MEDIUM, doc);
        return this;
    }

    /** A duration in the form of {@link DurationText}. */
    public Keys duration(String key, Duration defaultValue, String doc) {
        definition.define(
                key,
                ConfigDef.Type.STRING,
                DurationText.format(defaultValue),
                Keys::checkDuration,
                ConfigDef.Importance.MEDIUM,
                doc);
        return this;
    }

    /** A text of a given form. */
    public Keys matching(String key, String defaultValue, Pattern form, String meaning, String doc) {
        definition.define(
                key,
                ConfigDef.Type.STRING,
                defaultValue,
                (name, value) -> checkForm((String) value, form, meaning),
                ConfigDef.Importance.MEDIUM,
                doc);
        return this;
    }

    /** Durations by name, such as {@code articles.raw.v1=14d,alerts.v1=365d}; only given names may stand there. */
    public Keys durations(String key, Set<String> names, String doc) {
        definition.define(
                key,
                ConfigDef.Type.LIST,
                "",
                (name, value) -> ((List<?>) value).forEach(entry -> checkNamedDuration(entry.toString(), names)),
                ConfigDef.Importance.LOW,
                doc);
        return this;
    }

    /** A file or folder that must exist where it is given. */
    public Keys existingPath(String key, String doc) {
        definition.define(key, ConfigDef.Type.STRING, null, Keys::checkExists, ConfigDef.Importance.MEDIUM, doc);
        return this;
    }

    /** The finished table. */
    public ConfigDef definition() {
        return definition;
    }

    private static void checkDuration(String key, Object value) {
        try {
            DurationText.parse((String) value);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(e.getMessage());
        }
    }

    private static void checkForm(String value, Pattern form, String meaning) {
        if (!form.matcher(value).matches()) {
            throw new ConfigException("'" + value + "' is not " + meaning);
        }
    }

    private static void checkNamedDuration(String entry, Set<String> names) {
        int equals = entry.indexOf('=');
        String name = equals < 0 ? entry : entry.substring(0, equals);
        if (!names.contains(name)) {
            throw new ConfigException("'" + name + "' is none of " + new TreeSet<>(names));
        }
        checkDuration(name, entry.substring(equals + 1));
    }

    private static void checkExists(String key, Object value) {
        if (value != null && !Files.exists(Path.of((String) value))) {
            throw new ConfigException("there is no file or folder '" + value + "'");
        }
    }
}
