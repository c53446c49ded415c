package communique.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import communique.standalone.LoopbackSite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ReplayCommandTest {
    private static final String MORNING = "{\"text\":\"The mill turns.\",\"published\":\"2026-03-04T08:00:00Z\"}";
    private static final String NOON = "{\"text\":\"It rests.\",\"published\":\"2026-03-04T12:00:00Z\"}";
    private static final String TAKEN = "{\"items\":[{\"status\":\"accepted\"},{\"status\":\"duplicate\"}]}";

    private final StringWriter told = new StringWriter();

    @TempDir
    private Path folder;

    private LoopbackSite ingest;

    @BeforeEach
    void start() throws IOException {
        ingest = new LoopbackSite();
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    @Test
    void sendsAllInOrderMarkedAsFromThePast() throws IOException {
        ingest.with("/v1/articles", 202, TAKEN);

        assertThat(replay(archive())).isZero();

        assertThat(ingest.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.target()).isEqualTo("/v1/articles?backfill=true");
            assertThat(asked.body()).isEqualTo(MORNING + "\n" + NOON + "\n");
            assertThat(asked.headers().get("Content-type")).containsExactly("application/x-ndjson");
        });
        assertThat(told.toString()).contains("sent: {accepted=1, duplicate=1}");
    }

    @Test
    void sendsNewsOfTodayWhereItIsTold() throws IOException {
        ingest.with("/v1/articles", 202, TAKEN);

        replay(archive(), "--live");

        assertThat(ingest.asked().get(0).target()).isEqualTo("/v1/articles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000", "1000000x"})
    void sendsWhatCameLaterLater(String speed) throws IOException {
        ingest.with("/v1/articles", 202, TAKEN);

        replay(archive(), "--speed", speed);

        assertThat(ingest.asked()).extracting(LoopbackSite.Asked::body).containsExactly(MORNING + "\n", NOON + "\n");
    }

    @Test
    void leavesOutWhatWasPublishedBefore() throws IOException {
        ingest.with("/v1/articles", 202, TAKEN);

        replay(archive(), "--since", "2026-03-04T09:00:00Z");

        assertThat(ingest.asked()).extracting(LoopbackSite.Asked::body).containsExactly(NOON + "\n");
    }

    @Test
    void readsStandardInput() {
        ingest.with("/v1/articles", 202, TAKEN);
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(NOON.getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(replay("-")).isZero();
        } finally {
            System.setIn(before);
        }

        assertThat(ingest.asked()).extracting(LoopbackSite.Asked::body).containsExactly(NOON + "\n");
    }

    @Test
    void sendsAgainWhereItIsAskedToWait() throws IOException {
        ingest.with("/v1/articles", 429, "", Map.of("Retry-After", "0")).with("/v1/articles", 202, TAKEN);

        assertThat(replay(archive())).isZero();

        assertThat(ingest.asked()).hasSize(2);
        assertThat(ingest.asked().get(0).body()).isEqualTo(ingest.asked().get(1).body());
    }

    @Test
    void saysWhichLinesWereNotTakenAndWhy() throws IOException {
        ingest.with(
                "/v1/articles",
                207,
                "{\"items\":[{\"status\":\"accepted\"},"
                        + "{\"status\":\"rejected\",\"reason\":\"empty\",\"detail\":\"there are no words in it\"}]}");
        Path archive = Files.writeString(
                folder.resolve("news.jsonl"), MORNING + "\n\n{}\n{\"text\":\"" + "a".repeat(6_000_000) + "\"}\n");

        assertThat(replay(archive.toString())).isOne();

        assertThat(told.toString())
                .contains("line 3 was rejected: empty there are no words in it")
                .contains("line 4 was rejected: it has more than 5242880 bytes")
                .contains("sent: {accepted=1, rejected=2}");
    }

    @Test
    void saysWhereNothingAnswers() throws IOException {
        ingest.close();

        assertThat(replay(archive())).isOne();

        assertThat(told.toString())
                .startsWith("nothing answers at " + ingest.url("/v1/articles"))
                .contains("--to");
    }

    @Test
    void saysWhatAnswersInsteadOfIngest() throws IOException {
        ingest.with("/v1/articles", 502, "<html>no gateway");

        assertThat(replay(archive())).isOne();

        assertThat(told.toString()).contains("answers 502: <html>no gateway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "ftp://ingest.example/", "http:///v1/articles"})
    void sendsToWebAddressesOnly(String to) throws IOException {
        assertThat(execute(archive(), "--to=" + to)).isEqualTo(2);

        assertThat(told.toString()).contains("'" + to + "' is no web address such as http");
    }

    @Test
    void failsWhereSomeWereNotTaken() throws IOException {
        ingest.with("/v1/articles", 207, "{\"items\":[{\"status\":\"accepted\"},{\"status\":\"rejected\"}]}");

        assertThat(replay(archive())).isOne();

        assertThat(told.toString()).contains("rejected=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--speed=fast", "--speed=-1", "--since=whenever"})
    void saysWhatItCannotRead(String option) throws IOException {
        assertThat(replay(archive(), option)).isEqualTo(2);

        assertThat(told.toString()).contains(option.substring(option.indexOf('=') + 1));
        assertThat(ingest.asked()).isEmpty();
    }

    private String archive() throws IOException {
        return Files.writeString(folder.resolve("news.jsonl"), MORNING + "\n" + NOON + "\n")
                .toString();
    }

    private int replay(String file, String... options) {
        return execute(arguments(file, options));
    }

    private int execute(String... arguments) {
        return new CommandLine(new ReplayCommand())
                .setErr(new PrintWriter(told))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    told.append(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
    }

    private String[] arguments(String file, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = file;
        arguments[1] = "--to";
        arguments[2] = ingest.url("/v1/articles");
        System.arraycopy(options, 0, arguments, 3, options.length);
        return arguments;
    }
}
