package communique.standalone.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AnalyzeCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void printsWhatTheEngineSees() throws Exception {
        Path file = folder.resolve("a.txt");
        Files.writeString(
                file,
                "Iran's foreign minister Abbas Araghchi said Kabul must release the water of the Helmand. Analysts said it will not.");

        int code = new CommandLine(new AnalyzeCommand())
                .setOut(new PrintWriter(out))
                .execute("--json", "--explain", file.toString());

        assertThat(code).isZero();
        JsonNode seen = new ObjectMapper().readTree(out.toString());
        assertThat(seen.path("language").asText()).isEqualTo("en");
        JsonNode statement = seen.path("statements").get(0);
        assertThat(statement.path("speakers").get(0).path("person").asText()).isEqualTo("Abbas Araghchi");
        assertThat(statement.path("about").get(0).asText()).isEqualTo("AF");
        assertThat(statement.path("rules").get(0).asText()).isEqualTo("en-verb");
        assertThat(seen.path("refusals").findValuesAsText("rule")).contains("outsider-analyst");
    }

    @Test
    void tellsThatThereIsNoSuchFile() {
        int code = new CommandLine(new AnalyzeCommand())
                .setErr(new PrintWriter(out))
                .execute(folder.resolve("none").toString());

        assertThat(code).isNotZero();
        assertThat(out.toString()).contains("none");
    }
}
