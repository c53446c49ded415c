package communique.system.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} as it is where the given variables are set and no others. */
final class ComposeFile {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");

    private final Map<String, Map<String, Object>> services;

    private ComposeFile(Map<String, Map<String, Object>> services) {
        this.services = services;
    }

    static ComposeFile read(Path file, Map<String, String> variables) {
        try {
            String text = VARIABLE.matcher(Files.readString(file))
                    .replaceAll(
                            found -> Matcher.quoteReplacement(variables.getOrDefault(found.group(1), found.group(2))));
            Map<String, Map<String, Map<String, Object>>> all = new Yaml().load(text);
            return new ComposeFile(all.get("services"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variables of an {@code --env-file}. */
    static Map<String, String> variables(Path file) {
        try {
            Map<String, String> variables = new LinkedHashMap<>();
            Files.readAllLines(file).stream()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> variables.put(pair[0], pair[1]));
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One service of it. */
    Service service(String name) {
        return new Service(name, services.get(name));
    }

    /**
     * A service as the file describes it.
     *
     * @param name name of the service and of its host
     * @param keys what the file says of it
     */
    record Service(String name, Map<String, Object> keys) {
        String image() {
            return keys.get("image").toString();
        }

        boolean isOurs() {
            return keys.containsKey("build");
        }

        List<String> list(String key) {
            return keys.get(key) instanceof List<?> values
                    ? values.stream().map(Object::toString).toList()
                    : List.of();
        }

        Map<String, String> environment() {
            Map<String, String> environment = new LinkedHashMap<>();
            ((Map<?, ?>) keys.getOrDefault("environment", Map.of()))
                    .forEach((key, value) -> environment.put(key.toString(), value.toString()));
            return environment;
        }

        /** Limit of its memory in bytes. */
        long memory() {
            String text = keys.get("mem_limit").toString();
            long unit = text.endsWith("g") ? 1L << 30 : 1L << 20;
            return Long.parseLong(text.substring(0, text.length() - 1)) * unit;
        }

        /** The command that tells by its exit code whether it is healthy. */
        List<String> healthCheck() {
            List<?> test = (List<?>) ((Map<?, ?>) keys.get("healthcheck")).get("test");
            return test.stream().skip(1).map(Object::toString).toList();
        }

        /** The host's port of its only one. */
        int port() {
            return Integer.parseInt(list("ports").get(0).split(":", -1)[1]);
        }
    }
}
