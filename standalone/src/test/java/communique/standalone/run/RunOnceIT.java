package communique.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RunOnceIT {
    private static final Path SEEDS = Path.of("..", "..", "shared", "seeds");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path input;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsOneJsonObjectForEachAlert() throws IOException {
        // Given
        Files.writeString(
                input.resolve("1.txt"),
                "Kabul road\n\nOn 3 March 2026, China's foreign ministry urged Kabul to reopen the mountain road.");
        Files.writeString(
                input.resolve("2.txt"),
                "Weather\n\nIt rained in Herat for the third day in a row, and the river rose by a metre.");

        // When
        int code = run("--once", "--json", "--decisions", "--input", input.toString());

        // Then
        assertThat(code).isZero();
        List<JsonNode> lines = lines();
        assertThat(lines)
                .filteredOn(line -> line.has("speakers"))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(texts(alert.path("speakers"))).containsExactly("CN");
                    assertThat(alert.path("about").asText()).isEqualTo("AF");
                    assertThat(alert.path("statements").get(0).path("text").asText())
                            .startsWith("On 3 March 2026, China's foreign ministry");
                    assertThat(alert.path("sources").get(0).path("title").asText())
                            .isEqualTo("Kabul road");
                    assertThat(alert.path("published").asText()).isEqualTo("2026-03-03T00:00:00Z");
                });
        assertThat(lines)
                .filteredOn(line -> line.has("outcome"))
                .extracting(line -> line.path("outcome").asText())
                .containsExactlyInAnyOrder("ALERTED", "NO_STATEMENT");
    }

    @Test
    void goesOnAfterWhatItCannotTakeIn() throws IOException {
        Files.writeString(input.resolve("1-empty.txt"), "");
        Files.write(input.resolve("2-binary.txt"), new byte[] {0, 1, 2, 3, 0, 0, 0, (byte) 0xff, 0, 0});
        Files.writeString(
                input.resolve("3-broken.jsonl"),
                "{\"text\": \n{\"url\":\"https://news.example/1\",\"text\":\"Iran's foreign ministry thanked Kabul for the release of the drivers.\"}\n");
        Files.writeString(
                input.resolve("4.txt"),
                "Russia's foreign ministry condemned the attack on the mosque in Kunduz, Afghanistan.");

        int code = run("--once", "--json", "--input", input.toString());

        assertThat(code).isZero();
        assertThat(lines().stream().flatMap(alert -> texts(alert.path("speakers")).stream()))
                .containsExactlyInAnyOrder("IR", "RU");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("not taken in: 1-empty.txt: empty: ")
                .contains("not taken in: 2-binary.txt: binary: ")
                .contains("not taken in: 3-broken.jsonl:1: broken_json: ");
    }

    @Test
    void setsAKeyOfOneServiceForThatServiceAlone() throws IOException {
        Files.writeString(input.resolve("1.txt"), "It rained in Herat for the third day in a row.");

        int code = run("--once", "--input", input.toString(), "--set", "ingest.seen.max=5000");

        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("unknown key");
        assertThat(code).isZero();
    }

    @Test
    void tellsThatThereIsNoSuchInput() {
        int code = run("--once", "--input", input.resolve("nothing-here").toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no file or folder");
    }

    @Test
    void seesTheSamarkandMeetingAndItsTrapsInRealPages() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SEEDS), "the seed articles are not part of a clone");

        run("--once", "--json", "--decisions", "--input", SEEDS.toString());

        List<JsonNode> alerts =
                lines().stream().filter(line -> line.has("speakers")).toList();
        // The Samarkand meeting: a joint alert, and what Russia and China said apart from it, in one story
        List<JsonNode> samarkand = alerts.stream()
                .filter(alert ->
                        sources(alert).contains("000") || sources(alert).contains("002"))
                .toList();
        assertThat(samarkand)
                .extracting(alert -> Set.copyOf(texts(alert.path("speakers"))))
                .contains(Set.of("CN", "RU", "IR", "PK"), Set.of("RU"), Set.of("CN"));
        assertThat(samarkand)
                .extracting(alert -> alert.path("storyId").asText())
                .containsOnly(samarkand.get(0).path("storyId").asText());
        // Its numbered points belong to the four
        JsonNode joint = samarkand.stream()
                .filter(alert -> alert.path("speakers").size() == 4)
                .findFirst()
                .orElseThrow();
        for (String point : List.of("First, ", "Second, ", "The third ", "Fourth, ", "Fifth, ", "Sixth, ")) {
            assertThat(statements(joint)).anyMatch(text -> text.startsWith(point));
        }
        // Russia through Lavrov and Putin
        JsonNode moscow = alerts.stream()
                .filter(alert -> sources(alert).equals(Set.of("001")))
                .findFirst()
                .orElseThrow();
        assertThat(texts(moscow.path("speakers"))).containsExactly("RU");
        assertThat(moscow.path("statements").findValuesAsText("person")).contains("Sergey Lavrov", "Vladimir Putin");
        // China's envoy and not the analyst
        assertThat(alerts.stream()
                        .filter(alert -> sources(alert).contains("003"))
                        .flatMap(alert -> alert.path("statements").findValuesAsText("person").stream()))
                .contains("Yue Xiaoyong")
                .noneMatch(person -> person.contains("Aleem"));
        // An old event under a fresh date
        assertThat(alerts).noneMatch(alert -> sources(alert).contains("004"));
        assertThat(lines())
                .filteredOn(line ->
                        line.has("outcome") && line.path("source").asText().startsWith("004"))
                .singleElement()
                .satisfies(decision ->
                        assertThat(decision.path("outcome").asText()).isEqualTo("STALE"));
    }

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new RunCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            err.writeBytes(String.valueOf(failure.getMessage()).getBytes(StandardCharsets.UTF_8));
            return 1;
        });
        return line.execute(arguments);
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            lines.add(MAPPER.readTree(line));
        }
        return lines;
    }

    private static Set<String> sources(JsonNode alert) {
        return StreamSupport.stream(alert.path("sources").spliterator(), false)
                .map(source -> source.path("source").asText().substring(0, 3))
                .collect(Collectors.toSet());
    }

    private static List<String> statements(JsonNode alert) {
        return alert.path("statements").findValuesAsText("text");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
