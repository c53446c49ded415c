package communique.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.ingest.article.Content;
import communique.ingest.article.Dated;
import communique.ingest.article.Outlet;
import communique.ingest.fetch.FetchReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
    private static final String FEED_URL = "https://valley.example/feed.xml";
    private static final String ITEM = "<item><title>T</title><link>https://valley.example/1</link></item>";

    private final FeedParser parser = new FeedParser();

    @Test
    void readsRss2() {
        List<FeedEntry> entries = entries(resource("rss-2.0.xml"));

        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).guid()).contains("valley-101");
        assertThat(entries.get(0).content())
                .isEqualTo(new Content(
                        Optional.of("https://valley.example/bridge?utm_source=rss"),
                        Optional.of("Council & guild agree on the bridge"),
                        "The council and the guild agreed on Monday.\n\nWork begins in May.",
                        Optional.of("en-gb"),
                        Optional.of("Lena Orlov"),
                        Optional.of(Dated.byMetadata(Instant.parse("2026-03-02T09:00:00Z")))));
    }

    @Test
    void takesTheSummaryWhereThereIsNoMore() {
        FeedEntry entry = entries(resource("rss-2.0.xml")).get(1);

        assertThat(entry.content().body()).isEqualTo("Only a summary.");
        assertThat(entry.content().url()).contains("https://valley.example/short");
        assertThat(entry.content().published()).isEmpty();
    }

    @Test
    void readsRss1() {
        FeedEntry entry = entries(resource("rss-1.0.xml")).get(0);

        assertThat(entry.content().url()).contains("https://ridge.example/1");
        assertThat(entry.content().title()).contains("Snow on the ridge");
        assertThat(entry.content().body()).isEqualTo("It snowed all night.");
        assertThat(entry.content().published()).contains(Dated.byMetadata(Instant.parse("2026-03-02T06:00:00Z")));
    }

    @Test
    void readsAtom() {
        List<FeedEntry> entries = entries(resource("atom-1.0.xml"));

        assertThat(entries.get(0).guid()).contains("urn:lake:1");
        assertThat(entries.get(0).content())
                .isEqualTo(new Content(
                        Optional.of("https://lake.example/ferry"),
                        Optional.of("Ferry runs again"),
                        "The ferry runs again.\n\nTwice a day.",
                        Optional.of("en"),
                        Optional.of("Sam Reed"),
                        Optional.of(Dated.byMetadata(Instant.parse("2026-03-01T08:00:00Z")))));
        assertThat(entries.get(1).content().title()).contains("Boats < ships");
        assertThat(entries.get(1).content().body()).isEqualTo("A note on size.");
    }

    @Test
    void takesTheFrontPageForNoEntrysAddress() {
        String xml = rss("<item><link>https://valley.example</link><guid>1</guid></item>" + ITEM);

        assertThat(entries(xml.getBytes(UTF_8)))
                .extracting(entry -> entry.content().url().isPresent())
                .containsExactly(false, true);
    }

    @Test
    void takesAnAddressThatManyEntriesShareForNoneOfThem() {
        String same = "<item><link>https://valley.example/list</link><guid>%s</guid></item>";
        String three = rss(same.formatted("1") + same.formatted("2") + same.formatted("3") + ITEM);
        String two = rss(same.formatted("1") + same.formatted("1") + same.formatted("2"));

        assertThat(entries(three.getBytes(UTF_8)))
                .extracting(entry -> entry.content().url().isPresent())
                .containsExactly(false, false, false, true);
        assertThat(entries(two.getBytes(UTF_8)))
                .allSatisfy(entry -> assertThat(entry.content().url()).isPresent());
    }

    @Test
    void takesNoGuidForAnAddressThatIsNone() {
        assertThat(entries(rss("<item><guid isPermaLink='false'>42</guid><title>T</title></item>")
                        .getBytes(UTF_8)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.content().url()).isEmpty();
                    assertThat(entry.guid()).contains("42");
                });
    }

    @Test
    void readsWhoseAnEntryOfAnAggregatorIs() {
        String item = "<item><title>T</title><link>https://mill.example/1</link>"
                + "<source url='https://www.ridge.example/feed'>Ridge Times</source></item>";

        assertThat(entries(rss(item).getBytes(UTF_8)).get(0).outlet())
                .contains(Outlet.named("ridge.example", "Ridge Times"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R", "UTF-16", "UTF-8"})
    void readsEveryDeclaredEncoding(String charset) {
        String xml = "<?xml version='1.0' encoding='" + charset + "'?>"
                + rss("<item><title>Переговоры</title><link>https://valley.example/1</link></item>");

        assertThat(entries(xml.getBytes(Charset.forName(charset)))
                        .get(0)
                        .content()
                        .title())
                .contains("Переговоры");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"http://dtd.invalid/rss.dtd\">",
                "\n\n  ",
                "\ufeff",
                "<!-- made by hand -->",
                "<?xml-stylesheet href='x.xsl'?>",
                "junk"
            })
    void readsAFeedBehindWhatDoesNoHarm(String before) {
        assertThat(entries((before + rss(ITEM)).getBytes(UTF_8))).hasSize(1);
    }

    @Test
    void readsNoFilesAndExpandsNothing(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "the combination");
        String bomb = "<!DOCTYPE r [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]>" + rss("<item><title>&b; &x;</title></item>");

        String title = entries(bomb.getBytes(UTF_8)).get(0).content().title().orElseThrow();

        assertThat(title).doesNotContain("combination", "lollol");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <opml/>                                         | PARSE_ERROR
        plain words                                     | PARSE_ERROR
        '   '                                           | EMPTY
        """)
    void namesWhatIsNoFeed(String body, FetchReason reason) {
        assertThat(parser.parse(body.getBytes(UTF_8), Optional.empty(), FEED_URL))
                .isInstanceOfSatisfying(
                        ParsedFeed.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(reason));
    }

    @Test
    void findsTheFeedsAWebPageNames() {
        String page = "<!DOCTYPE html><html><head><link rel='alternate' type='application/rss+xml' href='/all.xml'>"
                + "<link rel='alternate' hreflang='fr' href='/fr'><link rel='stylesheet' href='/s.css'>"
                + "<link type='application/atom+xml' rel='alternate home' href='atom.xml'></head><body>Log in";

        assertThat(parser.parse(page.getBytes(UTF_8), Optional.empty(), FEED_URL))
                .isEqualTo(new ParsedFeed.WebPage(
                        List.of("https://valley.example/all.xml", "https://valley.example/atom.xml")));
    }

    @Test
    void leavesOutTheEntryInWhichAFeedBreaksOff() {
        String whole = rss(ITEM + "<item><title>Second</title><link>https://valley.example/2</link></item>");

        assertThat(entries(whole.substring(0, whole.indexOf("valley.example/2")).getBytes(UTF_8)))
                .hasSize(1);
    }

    @Test
    void readsJsonFeed() {
        String json = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Valley\",\"language\":\"en\","
                + "\"home_page_url\":\"https://valley.example/\",\"items\":[{\"id\":7,\"url\":\"/seven\","
                + "\"title\":\"Seven\",\"content_html\":\"<p>One.</p><p>Two.</p>\","
                + "\"date_published\":\"2026-03-02T09:00:00+01:00\",\"authors\":[{\"name\":\"Lena Orlov\"}]}]}";

        FeedEntry entry = entries(json.getBytes(UTF_8)).get(0);

        assertThat(entry.guid()).contains("7");
        assertThat(entry.content())
                .isEqualTo(new Content(
                        Optional.of("https://valley.example/seven"),
                        Optional.of("Seven"),
                        "One.\n\nTwo.",
                        Optional.of("en"),
                        Optional.of("Lena Orlov"),
                        Optional.of(Dated.byMetadata(Instant.parse("2026-03-02T08:00:00Z")))));
    }

    @Test
    void readsTheNewsOfASitemapNewestFirst() {
        String news = "<url><loc>https://valley.example/%s</loc><n:news><n:publication><n:language>en</n:language>"
                + "</n:publication><n:publication_date>%s</n:publication_date><n:title>T</n:title></n:news></url>";
        String sitemap = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
                + " xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://valley.example/about</loc>"
                + "</url>" + news.formatted("1", "2026-03-01") + news.formatted("2", "2026-03-02T05:00:00Z")
                + "</urlset>";

        assertThat(entries(sitemap.getBytes(UTF_8)))
                .extracting(entry -> entry.content().url().orElse(""))
                .containsExactly("https://valley.example/2", "https://valley.example/1");
    }

    @Test
    void takesNoFeedForASitemapBecauseOfANamespace() {
        String xml = "<rss version='2.0' xmlns:s='http://www.google.com/schemas/sitemap/0.84'><channel>" + ITEM
                + "</channel></rss>";

        assertThat(((ParsedFeed.Feed) parser.parse(xml.getBytes(UTF_8), Optional.empty(), FEED_URL)).form())
                .isEqualTo(FeedForm.RSS);
    }

    @Test
    void takesAGuidOfSeveralEntriesForNoneOfThem() {
        String xml = rss("<item><guid isPermaLink='false'>x</guid><title>A</title></item>"
                + "<item><guid isPermaLink='false'>x</guid><title>B</title></item>");

        assertThat(entries(xml.getBytes(UTF_8)))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.guid()).isEmpty());
    }

    @Test
    void readsAmpersandsInAddressesAsTheyStand() {
        String xml = rss("<item><title>T</title><link>https://valley.example/?a=1&copy=2&lt=3</link></item>");

        assertThat(entries(xml.getBytes(UTF_8)).get(0).content().url())
                .contains("https://valley.example/?a=1&copy=2&lt=3");
    }

    @Test
    void readsBottomlessNesting() {
        String deep = "<item><title>T</title><x>" + "<y>".repeat(10_000) + "</y>".repeat(10_000) + "</x></item>";

        assertThat(parser.parse(rss(deep).getBytes(UTF_8), Optional.empty(), FEED_URL))
                .isInstanceOf(ParsedFeed.Feed.class);
    }

    private List<FeedEntry> entries(byte[] body) {
        ParsedFeed feed = parser.parse(body, Optional.empty(), FEED_URL);
        assertThat(feed).isInstanceOf(ParsedFeed.Feed.class);
        return ((ParsedFeed.Feed) feed).entries();
    }

    private static String rss(String items) {
        return "<rss version='2.0'><channel><title>Valley</title><link>https://valley.example/</link>"
                + "<description>News</description>" + items + "</channel></rss>";
    }

    private static byte[] resource(String name) {
        try (InputStream in = FeedParserTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
