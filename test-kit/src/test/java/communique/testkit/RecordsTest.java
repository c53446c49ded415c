package communique.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.EnrichedArticle;
import communique.schemas.v1.Statement;
import org.junit.jupiter.api.Test;

class RecordsTest {
    @Test
    void placesTheStatementWhereItStandsInTheText() {
        EnrichedArticle article = Records.enrichedArticle("a1").build();
        Statement statement = article.getStatements().get(0);

        assertThat(article.getText().substring(statement.getStart(), statement.getEnd()))
                .isEqualTo(statement.getText());
    }

    @Test
    void hashesEqualTextsAlike() {
        String sample = Records.rawArticle("a1").build().getContentHash();

        assertThat(Records.rawArticle("a2").build().getContentHash()).isEqualTo(sample);
        assertThat(Records.rawArticle("a3", "Another", "Text").build().getContentHash())
                .isNotEqualTo(sample);
    }

    @Test
    void buildsAnAlertAboutTheSampleStatement() {
        assertThat(Records.alert("alert-1", "a1").build().getStatements())
                .containsExactlyElementsOf(Records.enrichedArticle("a1").build().getStatements());
    }
}
