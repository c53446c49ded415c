package communique.kit.config;

import java.util.List;
import java.util.stream.Collectors;

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

    /** Everything that is wrong. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
