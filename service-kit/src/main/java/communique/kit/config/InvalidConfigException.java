package communique.kit.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/** A configuration that must not be started with; carries every problem found, not only the first. */
public final class InvalidConfigException extends RuntimeException {
    private final transient List<ConfigProblem> problems;

    /** With the problems in the order they should be read. */
    public InvalidConfigException(List<ConfigProblem> problems) {
        super(problems.stream().map(p -> "  " + p).collect(Collectors.joining("\n", "invalid configuration:\n", "")));
        this.problems = List.copyOf(problems);
    }

    /** With one problem. */
    public InvalidConfigException(String key, String message) {
        this(List.of(new ConfigProblem(key, message)));
    }

    /**
     * What is wrong with the configuration where a failure comes from that, such as from a Kafka client that refuses
     * it.
     */
    public static Optional<InvalidConfigException> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidConfigException invalid) {
                return Optional.of(invalid);
            }
            if (cause instanceof ConfigException refused) {
                return Optional.of(new InvalidConfigException(Settings.KAFKA + "*", refused.getMessage()));
            }
        }
        return Optional.empty();
    }

    /** Everything that is wrong. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
