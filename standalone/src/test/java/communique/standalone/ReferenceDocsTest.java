package communique.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import communique.alert.AlertConfig;
import communique.analysis.Analyzer;
import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.statement.Rule;
import communique.analysis.topic.Taxonomy;
import communique.enrich.EnrichConfig;
import communique.ingest.IngestConfig;
import communique.schemas.Topic;
import communique.schemas.Topics;
import communique.testkit.GeneratedSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents list what the code knows. Written anew with {@code -Dgolden.write=true}. */
class ReferenceDocsTest {
    private static final Path DOCS = Path.of("..", "docs");

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "alert"})
    void configurationListsEveryKeyOfAService(String service) {
        ConfigDef definition = switch (service) {
            case "ingest" -> IngestConfig.DEFINITION;
            case "enrich" -> EnrichConfig.DEFINITION;
            default -> AlertConfig.DEFINITION;
        };

        assertSection("configuration.md", service + "-keys", keys(definition));
    }

    @Test
    void topicsListsTheCatalogue() {
        String rows = new Topics(Topics.DEFAULT_PREFIX, 3)
                .all(List.of("CN", "RU", "IR", "PK")).stream()
                        .map(ReferenceDocsTest::row)
                        .collect(Collectors.joining());

        assertSection(
                "topics.md",
                "catalogue",
                "| topic | record | partitions | cleanup | retention | compatibility |\n|---|---|---|---|---|---|\n"
                        + rows);
    }

    @Test
    void taxonomyListsEveryTopic() {
        String rows = new Taxonomy(new LexiconFiles(Optional.empty()))
                .topics().stream()
                        .map(topic -> "| `" + topic.code() + "` | " + topic.definition() + " | " + topic.mediaTopic()
                                + " " + topic.mediaTopicName() + " |\n")
                        .collect(Collectors.joining());

        assertSection(
                "taxonomy.md", "topics", "| code | what belongs to it | IPTC Media Topic |\n|---|---|---|\n" + rows);
    }

    @Test
    void rulesListsEveryRuleOfTheEngine() {
        String rows = new Analyzer(Optional.empty())
                .rules().stream()
                        .map((Rule rule) -> "| `" + rule.id() + "` | " + rule.doc() + " |\n")
                        .collect(Collectors.joining());

        assertSection("rules.md", "rules", "| id | what it looks for |\n|---|---|\n" + rows);
    }

    @Test
    void operationsListsEveryVariableOfTheComposeFile() throws IOException {
        String table = Files.readString(DOCS.resolve("operations.md"))
                .split(Pattern.quote("| variable | default | what |"), 2)[1]
                .split("\n\n", 2)[0];
        String firstColumn = table.lines().map(row -> row.split(" \\| ", 2)[0]).collect(Collectors.joining());

        assertThat(found("`([A-Z_]+)`", firstColumn))
                .isEqualTo(found("\\$\\{([A-Z_]+)", Files.readString(DOCS.resolveSibling("docker-compose.yml"))));
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertSection(String document, String section, String expected) {
        assertThat(GeneratedSection.in(DOCS.resolve(document), section, expected))
                .isEqualTo(expected);
    }

    private static String keys(ConfigDef definition) {
        return "| key | default | what it is |\n|---|---|---|\n"
                + new TreeMap<>(definition.configKeys())
                        .values().stream()
                                .map(key ->
                                        "| `" + key.name + "` | " + defaultOf(key) + " | " + key.documentation + " |\n")
                                .collect(Collectors.joining());
    }

    private static String defaultOf(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "needed";
        }
        String value =
                key.defaultValue == null ? "" : String.valueOf(key.defaultValue).replaceAll("[\\[\\]]", "");
        return value.isEmpty() ? "" : "`" + value + "`";
    }

    private static String row(Topic<?, ?> topic) {
        return "| `" + topic.name() + "` | "
                + (topic.hasSchema() ? topic.value().getSimpleName() : "bytes") + " | " + topic.partitions() + " | "
                + topic.cleanup().policy() + " | "
                + (topic.keepsForEver() ? "kept" : topic.retention().toDays() + " d") + " | " + topic.compatibility()
                + " |\n";
    }
}
