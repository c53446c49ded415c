package communique.alert.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document lists the routes there are, and no others. */
class OpenApiTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "communique", "alert", "web");
    private static final Pattern ROUTE = Pattern.compile("routes\\.(get|post|delete)\\(\\s*\"([^\"]+)\"");

    @Test
    void listsEveryRouteAndNoOther() throws Exception {
        Set<String> routes = new TreeSet<>();
        for (String file : new String[] {"AlertRoutes.java", "LedgerRoutes.java", "DeskRoutes.java"}) {
            Matcher route = ROUTE.matcher(Files.readString(SOURCES.resolve(file)));
            while (route.find()) {
                routes.add(route.group(1) + " " + route.group(2));
            }
        }
        JsonNode document =
                new ObjectMapper().readTree(OpenApiTest.class.getResource("/communique/alert/web/page/openapi.json"));
        Set<String> documented = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            path.getValue().fieldNames().forEachRemaining(method -> documented.add(method + " " + path.getKey()));
        }

        assertThat(routes).hasSizeGreaterThan(20);
        assertThat(documented).isEqualTo(routes);
    }
}
