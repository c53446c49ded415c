package communique.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.testkit.ClusterExtension;
import communique.testkit.TestCluster;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What the dashboard shows and the alert rules judge is there in a scrape of the services. */
@ExtendWith(ClusterExtension.class)
class MonitoringST {
    private static final Path MONITORING = Path.of("..", "etc", "monitoring");
    private static final Pattern METRIC = Pattern.compile("\\b(?:communique|kafka|jvm|process)_\\w+");

    @TempDir
    private Path folder;

    @Test
    void namesOnlyMetricsThatAreThere(TestCluster cluster) throws Exception {
        List<String> expressions = new ArrayList<>(dashboard());
        expressions.addAll(rules());
        Set<String> named = new TreeSet<>();
        for (String expression : expressions) {
            Set<String> found = new HashSet<>();
            METRIC.matcher(expression).results().forEach(metric -> found.add(metric.group()));
            assertThat(found.isEmpty() && !expression.startsWith("up{"))
                    .as("'%s' names no metric", expression)
                    .isFalse();
            named.addAll(found);
        }

        try (Deployment deployment = Deployment.start(cluster, folder, Map.of("alert.delivery.console", "plain"))) {
            Newsroom.push(deployment.ingest(), new Newsroom(42).articles(20));

            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                Set<String> scraped = new HashSet<>();
                for (ServiceProcess service : deployment.services()) {
                    scraped.addAll(scrape(service));
                }
                assertThat(scraped).containsAll(named);
            });
        }
    }

    @Test
    void hasADashboardThatGrafanaCanShow() throws Exception {
        JsonNode panels = dashboardFile().path("panels");
        Map<String, List<Map<String, String>>> provisioned = new Yaml()
                .load(Files.readString(MONITORING.resolve("grafana/provisioning/datasources/prometheus.yml")));

        Set<String> ids = new HashSet<>();
        Set<String> cells = new HashSet<>();
        for (JsonNode panel : panels) {
            assertThat(ids.add(panel.path("id").asText())).as("id of %s", panel).isTrue();
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("datasource").path("uid").asText())
                    .isEqualTo(provisioned.get("datasources").get(0).get("uid"));
            List<String> queries = panel.path("targets").findValuesAsText("refId");
            assertThat(queries).isNotEmpty().doesNotHaveDuplicates();
            cellsOf(panel.path("gridPos"))
                    .forEach(cell -> assertThat(cells.add(cell))
                            .as(
                                    "cell %s of '%s' is free",
                                    cell, panel.path("title").asText())
                            .isTrue());
        }
    }

    /** The places a panel takes of a dashboard, which is 24 wide. */
    private static List<String> cellsOf(JsonNode place) {
        int left = place.path("x").asInt();
        int right = left + place.path("w").asInt();
        int top = place.path("y").asInt();
        assertThat(right).isBetween(left + 1, 24);
        return IntStream.range(left, right)
                .boxed()
                .flatMap(
                        x -> IntStream.range(top, top + place.path("h").asInt()).mapToObj(y -> x + "/" + y))
                .toList();
    }

    private static JsonNode dashboardFile() throws IOException {
        return new ObjectMapper()
                .readTree(
                        MONITORING.resolve("grafana/dashboards/communique.json").toFile());
    }

    private static List<String> dashboard() throws IOException {
        JsonNode dashboard = dashboardFile();
        List<String> expressions = dashboard.findValuesAsText("expr");
        assertThat(expressions)
                .hasSizeGreaterThanOrEqualTo(dashboard.path("panels").size());
        return expressions;
    }

    private static List<String> rules() throws IOException {
        Map<String, List<Map<String, List<Map<String, String>>>>> file =
                new Yaml().load(Files.readString(MONITORING.resolve("prometheus/alerts.yml")));
        List<String> expressions = new ArrayList<>();
        for (Map<String, ?> rule : file.get("groups").get(0).get("rules")) {
            expressions.add(rule.get("expr").toString());
        }
        assertThat(expressions).isNotEmpty();
        return expressions;
    }

    /** Names of the metrics that have a value. */
    private static Set<String> scrape(ServiceProcess service) throws IOException, InterruptedException {
        String text = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(service.at("/metrics")).build(), BodyHandlers.ofString())
                .body();
        Set<String> names = new HashSet<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> names.add(line.split("[{ ]", 2)[0]));
        return names;
    }
}
