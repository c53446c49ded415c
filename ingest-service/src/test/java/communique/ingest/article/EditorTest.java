package communique.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.DateOrigin;
import communique.schemas.v1.Origin;
import communique.schemas.v1.RawArticle;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditorTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00.123456Z");
    private static final String URL = "https://valley.example/talks";

    private final Editor editor = new Editor();

    @Test
    void putsTheHeadlineBeforeTheText() {
        RawArticle article = edit(Drafts.whole(URL));

        assertThat(article.getTitle()).contains("Talks resume");
        assertThat(article.getText()).isEqualTo("Talks resume\n\nThey did.");
    }

    @Test
    void carriesOverWhatWasFound() {
        RawArticle article = edit(Drafts.whole(URL + "?utm_source=feed"));

        assertThat(article.getUrl()).contains(URL);
        assertThat(article.getSource()).isEqualTo(Drafts.OUTLET);
        assertThat(article.getOrigin()).isEqualTo(Origin.FEED);
        assertThat(article.getLanguage()).contains("en");
        assertThat(article.getAuthor()).contains("A. Writer");
        assertThat(article.getPublished()).contains(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(article.getPublishedFrom()).isEqualTo(DateOrigin.METADATA);
        assertThat(article.getFetched()).isEqualTo(Instant.parse("2026-03-02T10:00:00.123Z"));
        assertThat(article.getBackfill()).isFalse();
        assertThat(article.getRetracted()).isFalse();
    }

    @Test
    void doesNotSayTheHeadlineTwice() {
        Content content = Drafts.content(Optional.of(URL), "Talks resume", "Talks resume\n\nThey did.");

        assertThat(edit(Drafts.whole(URL).withContent(content)).getText()).isEqualTo("Talks resume\n\nThey did.");
    }

    @Test
    void takesAHeadlineAlone() {
        Content content = Drafts.content(Optional.of(URL), "Talks resume", " ");

        assertThat(edit(Drafts.whole(URL).withContent(content)).getText()).isEqualTo("Talks resume");
    }

    @Test
    void takesATextAlone() {
        RawArticle article = edit(Drafts.text("Talks resume."));

        assertThat(article.getTitle()).isEmpty();
        assertThat(article.getText()).isEqualTo("Talks resume.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "\u00ad", "12:30 -- 14.02.2026 ***"})
    void refusesWhatHasNoWords(String text) {
        assertThat(editor.edit(Drafts.text(text), NOW).either(article -> null, Rejection::reason))
                .isEqualTo(RejectionReason.EMPTY);
    }

    @Test
    void refusesWhatIsTooLargeByBytesAndNotByCharacters() {
        String fits = "a".repeat(Limits.ARTICLE_BYTES);
        String twoBytesEach = "ш".repeat(Limits.ARTICLE_BYTES / 2 + 1);

        assertThat(editor.edit(Drafts.text(fits), NOW)).isInstanceOf(Verdict.Fit.class);
        assertThat(editor.edit(Drafts.text(twoBytesEach), NOW).either(article -> null, Rejection::reason))
                .isEqualTo(RejectionReason.TOO_LARGE);
    }

    @Test
    void setsDatesALittleAheadBackToNow() {
        RawArticle article = edit(published(Dated.byMetadata(NOW.plusSeconds(86_400))));

        assertThat(article.getPublished()).contains(Instant.parse("2026-03-02T10:00:00.123Z"));
        assertThat(article.getPublishedFrom()).isEqualTo(DateOrigin.METADATA);
    }

    @Test
    void leavesOutDatesFarAhead() {
        RawArticle article = edit(published(Dated.byMetadata(NOW.plus(Duration.ofDays(365)))));

        assertThat(article.getPublished()).isEmpty();
        assertThat(article.getPublishedFrom()).isEqualTo(DateOrigin.NONE);
    }

    @Test
    void leavesOutDatesNoNewsCanHave() {
        RawArticle article = edit(published(Dated.byMetadata(Instant.EPOCH)));

        assertThat(article.getPublished()).isEmpty();
        assertThat(article.getPublishedFrom()).isEqualTo(DateOrigin.NONE);
    }

    @Test
    void neverTakesTheTimeOfFetchingForADate() {
        RawArticle article = edit(published(null));

        assertThat(article.getPublished()).isEmpty();
        assertThat(article.getPublishedFrom()).isEqualTo(DateOrigin.NONE);
    }

    @Test
    void saysWhereADateIsFrom() {
        RawArticle article = edit(published(Dated.byText(LocalDate.of(2026, 2, 27))));

        assertThat(article.getPublished()).contains(Instant.parse("2026-02-27T00:00:00Z"));
        assertThat(article.getPublishedFrom()).isEqualTo(DateOrigin.TEXT);
    }

    @Test
    void takesBackAnArticleEvenWithoutItsText() {
        Draft draft = new Draft(
                Drafts.OUTLET, Origin.PUSH, Optional.empty(), Drafts.content(Optional.of(URL), null, ""), true);

        assertThat(edit(draft).getRetracted()).isTrue();
    }

    private static Draft published(Dated date) {
        Content content = Drafts.content(Optional.of(URL), "Talks resume", "They did.");
        return Drafts.whole(URL)
                .withContent(new Content(
                        content.url(),
                        content.title(),
                        content.body(),
                        content.language(),
                        content.author(),
                        Optional.ofNullable(date)));
    }

    private RawArticle edit(Draft draft) {
        return editor.edit(draft, NOW).either(article -> article, why -> {
            throw new AssertionError(why);
        });
    }
}
