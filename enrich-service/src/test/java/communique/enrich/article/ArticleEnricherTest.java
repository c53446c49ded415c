package communique.enrich.article;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Analyzer;
import communique.schemas.v1.DateOrigin;
import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.RawArticle;
import communique.testkit.Records;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticleEnricherTest {
    private final ArticleEnricher enricher = new ArticleEnricher(new Analyzer(Optional.empty()));

    @Test
    void keepsThePublicationDateOfTheArticle() {
        RawArticle raw = Records.rawArticle("a1")
                .setPublished(Records.PUBLISHED)
                .setPublishedFrom(DateOrigin.METADATA)
                .build();

        EnrichedArticle article = enricher.enrich(raw);

        assertThat(article.getPublished()).isEqualTo(Records.PUBLISHED);
        assertThat(article.getPublishedFrom()).isEqualTo(DateOrigin.METADATA);
    }

    @Test
    void infersTheDateFromTheOfficesNamedInTheText() {
        RawArticle raw = undated(
                "On 14 April, Chinese Foreign Minister Qin Gang said the neighbours of Afghanistan would meet again.");

        EnrichedArticle article = enricher.enrich(raw);

        assertThat(article.getPublished()).isEqualTo("2023-04-14T00:00:00Z");
        assertThat(article.getPublishedFrom()).isEqualTo(DateOrigin.INFERRED);
    }

    @Test
    void fallsBackOnTheTimeOfFetching() {
        EnrichedArticle article = enricher.enrich(undated("Russia said Kabul should open the road."));

        assertThat(article.getPublished()).isEqualTo(Records.FETCHED);
        assertThat(article.getPublishedFrom()).isEqualTo(DateOrigin.NONE);
    }

    @Test
    void tellsAnOldEventUnderAFreshDate() {
        RawArticle raw = Records.rawArticle(
                        "a1",
                        "Call",
                        "US Secretary of State Antony Blinken spoke with Russian Foreign Minister Sergey Lavrov about Afghanistan, Russia said.")
                .setPublished(Instant.parse("2025-06-20T00:00:00Z"))
                .build();

        assertThat(enricher.enrich(raw).getStaleness()).hasValueSatisfying(staleness -> {
            assertThat(staleness.getEventDate()).isEqualTo("2025-01-20");
            assertThat(staleness.getAgeDays()).isEqualTo(151);
            assertThat(staleness.getEvidence()).contains("Antony Blinken");
        });
    }

    @Test
    void numbersTheStatementsOfAnArticle() {
        RawArticle raw = Records.rawArticle(
                        "a1", "Two", "Russia condemned the attack in Kabul.\n\nChina condemned the attack in Kabul.")
                .build();

        assertThat(enricher.enrich(raw).getStatements())
                .extracting(s -> s.getId())
                .containsExactly("a1/1", "a1/2");
    }

    private static RawArticle undated(String text) {
        return Records.rawArticle("a1", "Neighbours", text)
                .setPublished(null)
                .setPublishedFrom(DateOrigin.NONE)
                .build();
    }
}
