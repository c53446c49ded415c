package communique.standalone.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExtractCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void printsTitleDateLanguageAndMainText() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.html"),
                "<html lang='en'><head><title>The mill turns</title>"
                        + "<meta property='article:published_time' content='2026-03-04T04:00:00Z'></head><body>"
                        + "<nav><a href='/'>Home</a></nav><article><h1>The mill turns</h1><p>"
                        + "The mill in the valley turns again after the long winter. ".repeat(5)
                        + "</p></article></body></html>");

        assertThat(run("--json", "--url", "https://valley.example/mill", page.toString()))
                .isZero();

        JsonNode read = new ObjectMapper().readTree(out.toString());
        assertThat(read.path("title").asText()).isEqualTo("The mill turns");
        assertThat(read.path("published").asText()).isEqualTo("2026-03-04T04:00:00Z");
        assertThat(read.path("language").asText()).isEqualTo("en");
        assertThat(read.path("url").asText()).isEqualTo("https://valley.example/mill");
        assertThat(read.path("text").asText()).contains("after the long winter").doesNotContain("Home");
    }

    @Test
    void saysWhyThereIsNoArticle() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "<html><body></body></html>");

        assertThat(run(page.toString())).isOne();

        assertThat(out.toString()).startsWith("outcome: no_main_text");
    }

    @Test
    void printsNothingATerminalObeys() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.html"),
                "<title>The \u001b[2Jmill</title><article><p>"
                        + "The mill in the valley turns again after the long winter. ".repeat(5) + "</p></article>");

        assertThat(run(page.toString())).isZero();

        assertThat(out.toString()).contains("The [2Jmill").doesNotContain("\u001b");
    }

    @Test
    void goesOnAfterAFileItCannotRead() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "<html><body></body></html>");
        Path lost = folder.resolve("lost.html");

        assertThat(run(lost.toString(), page.toString())).isOne();

        assertThat(err.toString()).contains("there is no file " + lost);
        assertThat(out.toString()).startsWith("outcome: no_main_text");
    }

    private int run(String... arguments) {
        return new CommandLine(new ExtractCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
