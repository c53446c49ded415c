package communique.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.Origin;
import communique.schemas.v1.RawArticle;
import communique.schemas.v1.Source;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticleIdTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Source OTHER = Outlet.named("ridge-times", "Ridge Times");

    private final Editor editor = new Editor();

    @Test
    void isThirtyTwoHexDigitsOfTheHashOfTheCanonicalAddress() {
        // printf 'https://valley.example/talks' | sha256sum
        assertThat(id(Drafts.whole("https://Valley.example:443/talks#top")))
                .isEqualTo("4a8a3bdd80ef4dec31fffd07dc70ee11");
    }

    @Test
    void isTheSameForOneAddressWhateverTheTextOrTheOutlet() {
        Draft draft = Drafts.whole("https://valley.example/talks");
        Draft other = new Draft(
                OTHER, Origin.PUSH, Optional.empty(), draft.content().withBody("They did, and ended."), false);

        assertThat(id(other)).isEqualTo(id(draft));
    }

    @Test
    void isByGuidWithinASourceWhereThereIsNoAddress() {
        assertThat(id(byGuid(Drafts.OUTLET, "7"))).isEqualTo(id(byGuid(Drafts.OUTLET, "7")));
        assertThat(id(byGuid(Drafts.OUTLET, "7"))).isNotEqualTo(id(byGuid(Drafts.OUTLET, "8")));
        assertThat(id(byGuid(Drafts.OUTLET, "7"))).isNotEqualTo(id(byGuid(OTHER, "7")));
    }

    @Test
    void isByContentWhereThereIsNothingElse() {
        assertThat(id(Drafts.text("Talks resume.\r\n"))).isEqualTo(id(Drafts.text("Talks resume.")));
        assertThat(id(Drafts.text("Talks end."))).isNotEqualTo(id(Drafts.text("Talks resume.")));
    }

    @Test
    void isKnownBeforeTheTextWhereAddressOrGuidGiveIt() {
        Draft draft = Drafts.whole("https://valley.example/talks");

        assertThat(ArticleId.beforeText(draft)).contains(id(draft));
        assertThat(ArticleId.beforeText(Drafts.text("Talks resume."))).isEmpty();
    }

    @Test
    void givesEqualContentEqualHashes() {
        RawArticle one = edit(Drafts.whole("https://valley.example/1"));
        RawArticle two = edit(Drafts.whole("https://valley.example/2"));

        assertThat(one.getContentHash()).isEqualTo(two.getContentHash()).matches("[0-9a-f]{64}");
    }

    private static Draft byGuid(Source source, String guid) {
        Content content = Drafts.content(Optional.empty(), "Talks resume", "They did.");
        return new Draft(source, Origin.FEED, Optional.of(guid), content);
    }

    private String id(Draft draft) {
        return edit(draft).getId();
    }

    private RawArticle edit(Draft draft) {
        return editor.edit(draft, NOW).either(article -> article, why -> {
            throw new AssertionError(why);
        });
    }
}
