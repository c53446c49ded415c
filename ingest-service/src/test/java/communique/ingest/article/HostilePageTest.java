package communique.ingest.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes of a page: some verdict, no exception, within a time. */
class HostilePageTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PARAGRAPH =
            "<p>The envoy spent two days in the lake district, met teachers and doctors, and listened to what they said.</p>";

    private final PageReader reader = new PageReader();
    private final Editor editor = new Editor();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void readsMutatedPages(int seed) throws IOException {
        byte[] page;
        try (InputStream in = HostilePageTest.class.getResourceAsStream("full-metadata.html")) {
            page = in.readAllBytes();
        }
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            read(Mutations.of(page, random));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<table><tr><td>",
                "<b><i><u>",
                "<ul><li><a href=x>x</a>",
                "<",
                "&",
                "<!--",
                "<p",
                "]]>",
                "<select><option>",
                "<svg><p>",
                "<template>",
                "<form><form>",
                "<a><a>",
                "\u0000",
                "<frameset>",
                "</p></div>"
            })
    void readsEndlessRepetition(String piece) {
        read((piece.repeat(200_000 / piece.length()) + PARAGRAPH.repeat(3)).getBytes(ISO_8859_1));
        read((PARAGRAPH.repeat(3) + piece.repeat(200_000 / piece.length())).getBytes(ISO_8859_1));
    }

    @Test
    void scoresNoPageThatIsTooMuchWork() {
        String deep = "<div>".repeat(400) + "<div><p>one, two</p></div>".repeat(20_000) + PARAGRAPH.repeat(3);

        assertTimeoutPreemptively(
                PATIENCE, () -> assertThat(reader.html(deep, Optional.empty())).isInstanceOf(Verdict.Fit.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property=og:title content='x%sy'>",
                "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"x%sy\"}</script>",
                "<p>x%sy</p>"
            })
    void readsEndlessBlanks(String place) {
        for (String blank : List.of(" ", "&nbsp;")) {
            read((place.formatted(blank.repeat(500_000)) + PARAGRAPH.repeat(3)).getBytes(ISO_8859_1));
        }
    }

    private void read(byte[] bytes) {
        assertTimeoutPreemptively(
                PATIENCE,
                () -> assertThat(TextDecoder.markup(bytes, Optional.empty())
                                .then(html -> reader.html(html, Optional.of("https://lake.example/visit")))
                                .then(page -> editor.edit(
                                        Drafts.whole("https://lake.example/visit")
                                                .withContent(page.content()),
                                        Instant.parse("2026-03-02T10:00:00Z"))))
                        .isNotNull());
    }
}
