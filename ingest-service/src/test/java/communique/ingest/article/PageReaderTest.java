package communique.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.DateOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageReaderTest {
    private static final String PARAGRAPH =
            "<p>The envoy spent two days in the lake district, met teachers and doctors, and listened to what they"
                    + " said.</p>";

    private final PageReader reader = new PageReader();

    @Test
    void findsTheMainTextAndLeavesThePageAroundIt() {
        String body = read("full-metadata.html").content().body();

        assertThat(body)
                .contains("Ministers of the two neighbours agreed", "lorries with food", "checked already")
                .doesNotContain("Home", "Storm closes", "Great news", "newsletter", "Your name");
        assertThat(body.split("\n\n")).hasSizeBetween(3, 4);
    }

    @Test
    void readsWhatThePageSaysAboutItself() {
        Page page = read("full-metadata.html");

        assertThat(page.site()).contains("The Valley Herald");
        assertThat(page.content().url()).contains("https://valley.example/world/reopen-pass");
        assertThat(page.content().title()).contains("Ministers agree to reopen the pass");
        assertThat(page.content().language()).contains("en");
        assertThat(page.content().author()).contains("Lena Orlov");
        assertThat(page.content().published()).contains(Dated.byMetadata(Instant.parse("2026-02-11T05:31:00Z")));
    }

    @Test
    void makesDoWithAPageThatSaysNothingAboutItself() {
        Content content = read("no-metadata.html").content();

        assertThat(content.title()).contains("Envoy visits the lake district");
        assertThat(content.body()).startsWith("The envoy spent two days").doesNotContain("Archive");
        assertThat(content.url()).isEmpty();
        assertThat(content.language()).isEmpty();
    }

    @Test
    void takesTheAddressItWasFoundAtWhereThePageNamesItsFrontPage() {
        String html = "<link rel=canonical href='https://lake.example/'>" + PARAGRAPH.repeat(3);

        assertThat(read(html, "https://lake.example/visit").content().url()).contains("https://lake.example/visit");
    }

    @Test
    void resolvesARelativeCanonicalAddress() {
        String html = "<link rel=canonical href='/visit'>" + PARAGRAPH.repeat(3);

        assertThat(read(html, "https://lake.example/visit?from=feed").content().url())
                .contains("https://lake.example/visit");
    }

    @Test
    void cutsTheNameOfTheSiteOffTheTitle() {
        assertThat(titleOf("<title>Envoy visits the lake district | Lake Post</title>"))
                .contains("Envoy visits the lake district");
        assertThat(titleOf("<meta property=og:site_name content='Lake Post'><title>Envoy visits the lake - Lake"
                        + " Post</title>"))
                .contains("Envoy visits the lake");
        assertThat(titleOf("<title>Envoy: we listened - and learned</title>"))
                .contains("Envoy: we listened - and learned");
    }

    @Test
    void readsDatesFromMarkup() {
        Instant noon = Instant.parse("2026-02-11T12:00:00Z");

        assertThat(dateOf("<meta name=date content='2026-02-11T12:00:00Z'>")).contains(Dated.byMetadata(noon));
        assertThat(dateOf("<time datetime='2026-02-11T13:00:00+01:00'>11 February</time>"))
                .contains(Dated.byMetadata(noon));
        assertThat(dateOf("<span itemprop=datePublished content='2026-02-11T12:00:00Z'></span>"))
                .contains(Dated.byMetadata(noon));
    }

    @Test
    void skipsDatesItCannotRead() {
        assertThat(dateOf("<meta name=date content='soon'><time datetime='2026-02-11T12:00:00Z'></time>"))
                .map(Dated::origin)
                .contains(DateOrigin.METADATA);
    }

    @Test
    void survivesBrokenLinkedData() {
        assertThat(titleOf("<script type='application/ld+json'>{\"headline\": </script><h1>Envoy at the lake</h1>"))
                .contains("Envoy at the lake");
    }

    @Test
    void refusesAPageWithoutText() {
        assertThat(reader.html("<html><body><script>load()</script></body></html>", Optional.empty())
                        .either(page -> null, Rejection::reason))
                .isEqualTo(RejectionReason.NO_MAIN_TEXT);
    }

    private Optional<String> titleOf(String head) {
        return read(head + PARAGRAPH.repeat(3), "https://lake.example/visit")
                .content()
                .title();
    }

    private Optional<Dated> dateOf(String head) {
        return read(head + PARAGRAPH.repeat(3), "https://lake.example/visit")
                .content()
                .published();
    }

    private Page read(String html, String address) {
        return fit(reader.html(html, Optional.of(address)));
    }

    private Page read(String resource) {
        try (InputStream in = PageReaderTest.class.getResourceAsStream(resource)) {
            return fit(reader.html(new String(in.readAllBytes(), StandardCharsets.UTF_8), Optional.empty()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Page fit(Verdict<Page> verdict) {
        return verdict.either(page -> page, why -> {
            throw new AssertionError(why);
        });
    }

    @Test
    void leavesOutWhatStandsInAnArticleAndIsNotOfIt() {
        String paragraph = "<p>The council and the guild agreed on the bridge, and work on it begins in May.</p>";
        String page = "<html><head><title>Bridge agreed</title></head><body><article><nav>Home News</nav>"
                + "<h1>Bridge agreed</h1><div class='byline'>By Lena Orlov</div>" + paragraph.repeat(4)
                + "<figure><img src='b.jpg'><figcaption>The old bridge. Photo: Sam Reed</figcaption></figure>"
                + paragraph
                + "<p><a href='/ferry'>READ MORE: Ferry runs again</a></p><div class='related-links'>Also of interest"
                + "</div></article></body></html>";

        String body = reader.html(page, Optional.of("https://valley.example/bridge"))
                .either(found -> found.content().body(), Rejection::detail);

        assertThat(body).startsWith("The council").endsWith("in May.").doesNotContain("Photo", "READ MORE", "By Lena");
    }
}
