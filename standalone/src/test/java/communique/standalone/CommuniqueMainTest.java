package communique.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommuniqueMainTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path article;

    @BeforeEach
    void write() throws Exception {
        article = Files.writeString(
                Files.createDirectory(folder.resolve("articles")).resolve("1.txt"), "It rained in Herat.");
    }

    @Test
    void endsWithTwoAndThePlaceWhereADataFileIsMalformed() throws Exception {
        Path lexicon = Files.createDirectory(folder.resolve("lexicon"));
        Files.writeString(lexicon.resolve("people.txt"), "# comment\nno entry\n");

        assertThat(run("analyze", "--lexicon", lexicon.toString(), article.toString()))
                .isEqualTo(2);
        assertThat(printed()).contains("people.txt:2: ").doesNotContain("\tat ");
    }

    @Test
    void endsWithTwoWhereThereIsNoSuchFolderOfDataFiles() {
        assertThat(run("analyze", "--lexicon", folder.resolve("nope").toString(), article.toString()))
                .isEqualTo(2);
        assertThat(printed()).contains("nope").doesNotContain("\tat ");
    }

    @Test
    void endsWithTwoWhereNoKafkaClientTakesAValue() {
        assertThat(run("dlq", "list", "enrich", "--set", "kafka.security.protocol=FOO"))
                .isEqualTo(2);
        assertThat(printed())
                .contains("kafka.security.protocol: Invalid value FOO")
                .doesNotContain("\tat ");
    }

    @Test
    void saysWhereNothingAnswersAndWhatAnAddressIs() {
        assertThat(run("why", "foo", "--url", "http://127.0.0.1:1")).isEqualTo(1);
        assertThat(run("why", "foo", "--url", "abc")).isEqualTo(2);

        assertThat(printed())
                .contains("nothing answers at http://127.0.0.1:1;")
                .contains("'abc' is no address")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "evaluate", "rules test"})
    void saysThatThereIsNoSuchFile(String command) {
        assertThat(run((command + " /nope").split(" "))).isEqualTo(1);
        assertThat(printed()).contains("communique: there is no file /nope");
    }

    @Test
    void endsWithTwoWhereATimeIsNone() {
        assertThat(run("rules", "diff", article.toString(), "--since", "foo")).isEqualTo(2);
        assertThat(printed()).contains("--since").doesNotContain("\tat ");
    }

    @Test
    void saysInALineThatTheBrokerDoesNotAnswer() {
        int code =
                run(("dlq list enrich --set kafka.bootstrap.servers=127.0.0.1:1 --set kafka.default.api.timeout.ms=300"
                                + " --set kafka.request.timeout.ms=200")
                        .split(" "));

        assertThat(code).isEqualTo(1);
        assertThat(printed()).contains("kafka.bootstrap.servers").doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        return CommuniqueMain.commandLine(stream, stream).execute(arguments);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
