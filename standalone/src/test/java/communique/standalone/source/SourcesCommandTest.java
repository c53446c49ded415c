package communique.standalone.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.standalone.LoopbackSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SourcesCommandTest {
    private static final String RSS = "<rss version='2.0'><channel><title>Valley</title>"
            + "<item><title>The mill turns</title><link>https://valley.example/1</link>"
            + "<pubDate>Wed, 4 Mar 2026 04:00:00 GMT</pubDate></item></channel></rss>";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void checkTriesEveryFeedAndPrintsATable() throws IOException {
        try (LoopbackSite site = new LoopbackSite()
                .with("/feed", 200, RSS)
                .with("/page", 200, "<html><head><link rel='alternate' type='application/rss+xml' href='/feed'>")
                .with("/closed", 403, "")) {
            String list = Files.writeString(
                            folder.resolve("sources.yaml"),
                            "sources:\n"
                                    + source("valley", site.url("/feed"))
                                    + source("page", site.url("/page"))
                                    + source("closed", site.url("/closed"))
                                    + source("lost", site.url("/lost")))
                    .toString();

            int code = run("check", "--allow", "127.0.0.0/8", list);

            assertThat(code).isOne();
            assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
                    .containsExactly(
                            "id outcome entries newest url",
                            "valley rss 1 2026-03-04T04:00:00Z " + site.url("/feed"),
                            "page rss 1 2026-03-04T04:00:00Z " + site.url("/page"),
                            "closed http_403 0 - " + site.url("/closed"),
                            "lost http_404 0 - " + site.url("/lost"));
        }
    }

    @Test
    void checkConnectsToNothingThatIsNotPublic() throws IOException {
        try (LoopbackSite site = new LoopbackSite().with("/feed", 200, RSS)) {
            Path list = Files.writeString(
                    folder.resolve("sources.yaml"), "sources:\n" + source("valley", site.url("/feed")));

            assertThat(run("check", list.toString())).isOne();

            assertThat(out.toString()).contains("blocked_ssrf");
            assertThat(site.asked()).isEmpty();
        }
    }

    @Test
    void parsePrintsTheFeedOfAFile() throws IOException {
        Path feed = Files.writeString(folder.resolve("feed.xml"), RSS);

        assertThat(run("parse", "--json", feed.toString())).isZero();

        JsonNode read = new ObjectMapper().readTree(out.toString());
        assertThat(read.path("outcome").asText()).isEqualTo("rss");
        assertThat(read.path("entries").get(0).path("title").asText()).isEqualTo("The mill turns");
        assertThat(read.path("entries").get(0).path("published").asText()).isEqualTo("2026-03-04T04:00:00Z");
    }

    @Test
    void parseNamesTheOutcomeOfWhatIsNoFeed() throws IOException {
        Path note = Files.writeString(folder.resolve("note.txt"), "Nothing to see here.");

        assertThat(run("parse", note.toString())).isOne();

        assertThat(out.toString()).startsWith(note + ": parse_error");
    }

    @Test
    void importReadsWhatExportWrites() throws IOException {
        Path list = Files.writeString(
                folder.resolve("sources.yaml"),
                "sources:\n  - {id: valley, url: 'https://valley.example/feed?a=1&b=2', name: \"Valley's <News>\"}\n");
        assertThat(run("export", list.toString())).isZero();
        Path opml = Files.writeString(folder.resolve("sources.opml"), out.toString());
        out.getBuffer().setLength(0);

        assertThat(run("import", opml.toString())).isZero();

        assertThat(out.toString())
                .contains("url: 'https://valley.example/feed?a=1&b=2'", "name: 'Valley''s <News>'", "verified: false");
    }

    @Test
    void parsePrintsNothingATerminalObeys() throws IOException {
        Path feed = Files.writeString(
                folder.resolve("feed.json"),
                "{\"items\":[{\"id\":\"\\u001b]0;x\\u0007\",\"title\":\"The \\u001b[2Jmill\\u202e\"}]}");

        assertThat(run("parse", feed.toString())).isZero();

        assertThat(out.toString()).contains("The [2Jmill").doesNotContain("\u001b", "\u0007", "\u202e");
    }

    @Test
    void parseGoesOnAfterAFileItCannotRead() throws IOException {
        Path feed = Files.writeString(folder.resolve("feed.xml"), RSS);
        Path lost = folder.resolve("lost.xml");

        assertThat(run("parse", lost.toString(), folder.toString(), feed.toString()))
                .isOne();

        assertThat(err.toString().lines())
                .containsExactly(
                        "communique: there is no file " + lost,
                        "communique: " + folder + " is a folder; name the files in it");
        assertThat(out.toString()).contains("The mill turns");
    }

    @Test
    void importReadsEveryEncodingAndTellsWhatItLeavesOut() throws IOException {
        Path opml = Files.write(
                folder.resolve("list.opml"),
                ("<?xml version='1.0' encoding='windows-1251'?><opml><body><outline text='Мельница'"
                                + " xmlUrl='https://mill.example/rss'/><outline xmlUrl='/rss'/></body></opml>")
                        .getBytes(Charset.forName("windows-1251")));

        assertThat(run("import", opml.toString())).isZero();

        assertThat(out.toString()).contains("name: 'Мельница'");
        assertThat(err.toString()).contains("left out '/rss', which is no web address");
    }

    @Test
    void importSaysThatThereIsNoFeed() throws IOException {
        Path opml = Files.writeString(folder.resolve("list.opml"), "<opml><body></body></opml>");

        assertThat(run("import", opml.toString())).isOne();

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("there is no feed in " + opml);
    }

    private int run(String... arguments) {
        return new CommandLine(new SourcesCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static String source(String id, String url) {
        return "  - {id: " + id + ", url: '" + url + "'}\n";
    }
}
