package communique.ingest.article;

import communique.schemas.v1.DateOrigin;
import communique.schemas.v1.RawArticle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes of a draft the article as it is published: cleaned, dated, named. Any draft is either made so or refused. */
public final class Editor {
    /** Earlier dates are defaults of broken clocks and software, not dates of news on the web. */
    private static final Instant OLDEST_NEWS = Instant.parse("1990-01-01T00:00:00Z");

    /** A date that is further ahead is no mistake about time zones: nothing is known from it. */
    private static final Duration TIME_ZONES = Duration.ofDays(1);

    private static final String BLANK_LINE = "\n\n";

    private final LanguageChoice languages = new LanguageChoice();

    /**
     * Edits a draft.
     *
     * @param fetched when it was taken in; a publication time a little later is set back to it, one far ahead is none
     */
    public Verdict<RawArticle> edit(Draft draft, Instant fetched) {
        Optional<String> title = draft.content().title().map(CleanText::line).filter(line -> !line.isEmpty());
        String body = withoutTitle(CleanText.paragraphs(draft.content().body()), title);
        String text = body.isEmpty()
                ? title.orElse("")
                : title.map(line -> line + BLANK_LINE + body).orElse(body);
        if (text.codePoints().noneMatch(Character::isLetter) && !draft.retracted()) {
            return Verdict.unfit(RejectionReason.EMPTY, "there are no words in it");
        }
        if (isTooLarge(text)) {
            return Verdict.unfit(
                    RejectionReason.TOO_LARGE, "the text has more than " + Limits.ARTICLE_BYTES + " bytes");
        }
        return Verdict.fit(article(draft, title, text, fetched));
    }

    private RawArticle article(Draft draft, Optional<String> title, String text, Instant fetched) {
        Content content = draft.content();
        String hash = ArticleId.contentHash(title, text);
        Optional<Dated> published = published(content.published(), fetched);
        return RawArticle.newBuilder()
                .setId(ArticleId.of(draft, hash))
                .setUrl(content.url().flatMap(CanonicalUrl::of).orElse(null))
                .setSource(draft.source())
                .setOrigin(draft.origin())
                .setTitle(title.orElse(null))
                .setText(text)
                .setLanguage(languages.of(text, content.language()).orElse(null))
                .setAuthor(content.author()
                        .map(CleanText::line)
                        .filter(line -> !line.isEmpty())
                        .orElse(null))
                .setPublished(published.map(Dated::instant).orElse(null))
                .setPublishedFrom(published.map(Dated::origin).orElse(DateOrigin.NONE))
                .setFetched(fetched.truncatedTo(ChronoUnit.MILLIS))
                .setContentHash(hash)
                .setBackfill(draft.backfill())
                .setRetracted(draft.retracted())
                .build();
    }

    private static Optional<Dated> published(Optional<Dated> found, Instant fetched) {
        return found.filter(date -> !date.instant().isBefore(OLDEST_NEWS))
                .filter(date -> !date.instant().isAfter(fetched.plus(TIME_ZONES)))
                .map(date -> {
                    Instant instant = date.instant().isAfter(fetched) ? fetched : date.instant();
                    return new Dated(instant.truncatedTo(ChronoUnit.MILLIS), date.origin());
                });
    }

    /** Pages and feeds often begin the text with the headline again. */
    private static String withoutTitle(String body, Optional<String> title) {
        return title.filter(line -> body.equals(line) || body.startsWith(line + "\n"))
                .map(line -> body.substring(line.length()).strip())
                .orElse(body);
    }

    private static boolean isTooLarge(String text) {
        return text.length() > Limits.ARTICLE_BYTES / 3
                && text.getBytes(StandardCharsets.UTF_8).length > Limits.ARTICLE_BYTES;
    }
}
