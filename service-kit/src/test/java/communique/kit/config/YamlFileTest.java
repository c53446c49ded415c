package communique.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {
    @TempDir
    Path folder;

    record Feeds(List<Feed> feeds) {}

    record Feed(String url, int interval) {
        Feed {
            if (interval < 1) {
                throw new IllegalArgumentException("interval is " + interval + "; it must be at least 1");
            }
        }
    }

    @Test
    void readsRecords() {
        assertThat(read("""
                feeds:
                  - url: https://example.org/feed
                    interval: 5
                """)).isEqualTo(new Feeds(List.of(new Feed("https://example.org/feed", 5))));
    }

    @Test
    void readsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("feeds.yaml"), "feeds: []");

        assertThat(YamlFile.read(file, Feeds.class)).isEqualTo(new Feeds(List.of()));
    }

    @Test
    void tellsAnUnknownKeyWithItsPlaceAndWhatWasProbablyMeant() {
        assertProblem(
                """
                feeds:
                  - url: https://example.org/feed
                    intervall: 5
                """, "feeds.yaml line 3 at feeds[0].intervall", "unknown key 'intervall'; did you mean interval?");
    }

    @Test
    void tellsEveryUnknownKey() {
        assertThat(catchThrowableOfType(InvalidConfigException.class, () -> read("""
                        feed: []
                        feeds:
                          - ulr: https://example.org/feed
                        """))
                        .problems())
                .extracting(ConfigProblem::key)
                .containsExactly("feeds.yaml line 1 at feed", "feeds.yaml line 3 at feeds[0].ulr");
    }

    @Test
    void tellsANumberThatIsMissing() {
        assertThat(problem("feeds:\n  - url: https://example.org/feed\n"))
                .satisfies(problem ->
                        assertThat(problem.key()).startsWith("feeds.yaml line ").endsWith(" at feeds[0].interval"))
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("it is missing"));
    }

    @Test
    void tellsTheKnownKeysWhereNothingIsNear() {
        assertProblem("""
                feeds:
                  - colour: red
                """, "feeds.yaml line 2 at feeds[0].colour", "unknown key 'colour'; known here: interval, url");
    }

    @Test
    void tellsWhatARecordFindsWrongInItself() {
        assertProblem("""
                feeds:
                  - url: https://example.org/feed
                    interval: 0
                """, "feeds.yaml line 2 at feeds[0]", "interval is 0; it must be at least 1");
    }

    @Test
    void tellsAValueOfTheWrongKind() {
        assertThat(problem("feeds:\n  - interval: often\n"))
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("feeds.yaml line 2 at feeds[0].interval"))
                .satisfies(problem ->
                        assertThat(problem.message()).contains("often").doesNotContain("\n"));
    }

    enum Pace {
        SLOW,
        QUICK
    }

    record Kinds(List<String> list, Double number, Boolean answer, Pace pace, Feed feed, List<Feed> feeds) {
        Kinds {
            list = list == null ? null : List.copyOf(list);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "list: one              | line 1 at list    | it is not a list, such as [one, two]",
                "list: {a: b}           | line 1 at list    | it is not a list, such as [one, two]",
                "number: high           | line 1 at number  | 'high' is not a number",
                "number: [1]            | line 1 at number  | it is not a number",
                "answer: perhaps        | line 1 at answer  | 'perhaps' is not true or false",
                "pace: QUICKK           | line 1 at pace    | 'QUICKK' is none of SLOW, QUICK; did you mean QUICK?",
                "pace: 7                | line 1 at pace    | is none of SLOW, QUICK",
                "feed: fast             | line 1 at feed    | it is not keys and values, such as key: value",
                "feeds: [fast]          | line 1 at feeds[0] | it is not keys and values, such as key: value",
                "list: [one, null]      | line 1            | a value is missing in it",
                "[one]                  | kinds.yaml        | it is not keys and values, such as key: value",
                "one                    | kinds.yaml        | it is not keys and values, such as key: value"
            })
    void tellsWhatIsWantedInWordsOfTheFile(String yaml, String place, String message) {
        Throwable thrown = catchThrowable(() -> YamlFile.read(yaml, "kinds.yaml", Kinds.class));

        assertThat(thrown)
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(message)
                .hasMessageNotContaining("java.")
                .hasMessageNotContaining("communique.");
    }

    @Test
    void tellsAKeyThatIsGivenTwice() {
        assertThat(problem("feeds: []\nfeeds: []\n"))
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("feeds.yaml line 2"))
                .satisfies(problem -> assertThat(problem.message())
                        .contains("Duplicate field 'feeds'")
                        .doesNotContain("\n"));
    }

    @Test
    void tellsWhatIsNoYaml() {
        assertThat(problem("feeds: [\n"))
                .satisfies(problem -> assertThat(problem.key()).startsWith("feeds.yaml line "))
                .satisfies(problem -> assertThat(problem.message()).doesNotContain("StreamReadFeature"));
    }

    @Test
    void tellsWhatIsNestedTooDeeply() {
        assertThat(problem("feeds: " + "[".repeat(2_000) + "]".repeat(2_000)).key())
                .startsWith("feeds.yaml");
    }

    @Test
    void tellsAnEmptyFile() {
        assertProblem("", "feeds.yaml", "it is empty");
        assertProblem("# only a comment\n", "feeds.yaml", "it is empty");
    }

    @Test
    void tellsASecondDocumentInsteadOfIgnoringIt() {
        assertThat(problem("feeds: []\n---\nfeeds: []\n").message()).contains("one document");
    }

    @Test
    void tellsAFileThatIsNotThere() {
        Path missing = folder.resolve("feeds.yaml");

        assertThatThrownBy(() -> YamlFile.read(missing, Feeds.class))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(missing + ": there is no such file");
    }

    @Test
    void tellsAFileThatIsNoText() throws IOException {
        Path binary = Files.write(folder.resolve("feeds.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> YamlFile.read(binary, Feeds.class))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("is not UTF-8 text");
    }

    private static Feeds read(String yaml) {
        return YamlFile.read(yaml, "feeds.yaml", Feeds.class);
    }

    private static ConfigProblem problem(String yaml) {
        return catchThrowableOfType(InvalidConfigException.class, () -> read(yaml))
                .problems()
                .get(0);
    }

    private static void assertProblem(String yaml, String key, String message) {
        assertThat(problem(yaml)).isEqualTo(new ConfigProblem(key, message));
    }
}
