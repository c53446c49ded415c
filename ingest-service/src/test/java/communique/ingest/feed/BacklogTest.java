package communique.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import communique.ingest.article.Content;
import communique.ingest.article.Dated;
import communique.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:00:00Z");

    @Test
    void remembersAsLongAsTheTopicOfRawArticles() {
        assertThat(Backlog.REMEMBERED)
                .isEqualTo(new Topics(Topics.DEFAULT_PREFIX, 1).articlesRaw().retention());
    }

    @Test
    void isWhatIsOlderThanItsBound() {
        Backlog first = Backlog.first(NOW.minus(Duration.ofDays(1)));

        assertThat(first.isPast(dated(Duration.ofHours(25)))).isTrue();
        assertThat(first.isPast(dated(Duration.ofHours(23)))).isFalse();
        assertThat(Backlog.later(NOW).isPast(dated(Duration.ofHours(25)))).isFalse();
        assertThat(Backlog.later(NOW).isPast(dated(Duration.ofDays(8)))).isTrue();
    }

    @Test
    void takesNothingOfAKnownFeedForPastBecauseItHasNoDate() {
        Backlog later = Backlog.later(NOW);

        for (int i = 0; i < 100; i++) {
            assertThat(later.isPast(content(Optional.empty()))).isFalse();
        }
    }

    private static Content dated(Duration ago) {
        return content(Optional.of(Dated.byMetadata(NOW.minus(ago))));
    }

    private static Content content(Optional<Dated> published) {
        return new Content(
                Optional.empty(), Optional.of("The mill turns"), "", Optional.empty(), Optional.empty(), published);
    }
}
