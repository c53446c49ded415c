package communique.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import communique.ingest.article.Drafts;
import communique.ingest.article.Editor;
import communique.schemas.v1.RawArticle;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeenArticlesTest {
    private final SeenArticles seen = new SeenArticles(2);

    @Test
    void knowsWhatWasAddedWithItsContent() {
        RawArticle article = article("1");

        assertThat(seen.contains(article)).isFalse();
        seen.add(article);

        assertThat(seen.contains(article)).isTrue();
        assertThat(seen.contains(article.getId())).isTrue();
        assertThat(seen.contains(RawArticle.newBuilder(article)
                        .setContentHash("0".repeat(64))
                        .build()))
                .isFalse();
        assertThat(seen.contains(
                        RawArticle.newBuilder(article).setRetracted(true).build()))
                .isFalse();
    }

    @Test
    void forgetsWhatWasNotMetForLongest() {
        seen.add(article("1"));
        seen.add(article("2"));
        assertThat(seen.contains(article("1"))).isTrue();

        seen.add(article("3"));

        assertThat(seen.size()).isEqualTo(2);
        assertThat(seen.contains(article("1"))).isTrue();
        assertThat(seen.contains(article("2"))).isFalse();
    }

    @Test
    void restoresWhatTheTopicHas() {
        RawArticle article = article("1");

        seen.restore(article.getId(), article);
        assertThat(seen.contains(article)).isTrue();

        seen.restore(article.getId(), null);
        assertThat(seen.contains(article)).isFalse();
    }

    @Test
    void takesIdsOfAnyForm() {
        RawArticle foreign = RawArticle.newBuilder(article("1"))
                .setId("written by a connector")
                .build();

        seen.add(foreign);

        assertThat(seen.contains(foreign)).isTrue();
    }

    @Test
    void remembersNoMoreThanItMayOfAMillion() {
        SeenArticles bounded = new SeenArticles(1000);
        RawArticle.Builder article = RawArticle.newBuilder(article("1"));

        for (int i = 0; i < 1_000_000; i++) {
            bounded.add(article.setId("article-" + i).build());
        }

        assertThat(bounded.size()).isEqualTo(1000);
        assertThat(bounded.contains("article-999000")).isTrue();
        assertThat(bounded.contains("article-998999")).isFalse();
    }

    private static RawArticle article(String name) {
        return new Editor()
                .edit(Drafts.whole("https://valley.example/" + name), Instant.parse("2026-03-02T10:00:00Z"))
                .either(article -> article, why -> {
                    throw new AssertionError(why);
                });
    }
}
