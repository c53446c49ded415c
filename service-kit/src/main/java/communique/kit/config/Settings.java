package communique.kit.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.types.Password;

/** Checked values by key, and what is passed on to Kafka's and Confluent's clients as it is. */
public final class Settings {
    /** First part of keys that go to Kafka clients. */
    public static final String KAFKA = "kafka.";

    /** First part of keys that go to the registry client. */
    public static final String REGISTRY = "registry.";

    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@\\s]+@");

    private final Map<String, Object> values;
    private final Map<String, String> passedOn;

    Settings(Map<String, Object> values, Map<String, String> passedOn) {
        this.values = values;
        this.passedOn = new TreeMap<>(passedOn);
    }

    /** A text. */
    public String text(String key) {
        return (String) values.get(key);
    }

    /** A text that may be unset. */
    public Optional<String> optionalText(String key) {
        return Optional.ofNullable(text(key)).filter(value -> !value.isBlank());
    }

    /** A secret that may be unset. */
    public Optional<String> secret(String key) {
        return Optional.ofNullable((Password) values.get(key)).map(Password::value);
    }

    /** A path that may be unset. */
    public Optional<Path> path(String key) {
        return optionalText(key).map(Path::of);
    }

    /** A whole number. */
    public int number(String key) {
        return (Integer) values.get(key);
    }

    /** True or false. */
    public boolean flag(String key) {
        return (Boolean) values.get(key);
    }

    /** A duration. */
    public Duration duration(String key) {
        return DurationText.parse(text(key));
    }

    /** Durations by name. */
    public Map<String, Duration> durations(String key) {
        return list(key).stream()
                .collect(Collectors.toMap(
                        entry -> entry.substring(0, entry.indexOf('=')),
                        entry -> DurationText.parse(entry.substring(entry.indexOf('=') + 1))));
    }

    /** A list of texts. */
    @SuppressWarnings("unchecked")
    public List<String> list(String key) {
        return (List<String>) values.get(key);
    }

    /** What is passed on under a prefix, the prefix cut off. */
    public Map<String, Object> passedOn(String prefix) {
        Map<String, Object> found = new LinkedHashMap<>();
        passedOn.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** Every value in effect, by key, fit to be shown: secrets are hidden. */
    public Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        values.forEach((key, value) -> shown.put(key, withoutCredentials(asRead(value))));
        passedOn.forEach((key, value) -> shown.put(key, isSecret(key) ? Password.HIDDEN : withoutCredentials(value)));
        return shown;
    }

    /** An address, or any text with addresses in it, fit to be shown: user names and passwords are hidden. */
    public static String withoutCredentials(String address) {
        return CREDENTIALS.matcher(address).replaceAll(Matcher.quoteReplacement("//" + Password.HIDDEN + "@"));
    }

    private static String asRead(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value == null ? "" : value.toString();
    }

    private static boolean isSecret(String key) {
        return key.contains("password")
                || key.contains("jaas")
                || key.contains("secret")
                || key.contains("token")
                || key.contains("user.info")
                || key.contains("private.key")
                || key.contains("keystore.key");
    }
}
