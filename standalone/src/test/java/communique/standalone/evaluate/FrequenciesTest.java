package communique.standalone.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Analyzer;
import communique.analysis.Document;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrequenciesTest {
    private final Frequencies frequencies = new Frequencies(new Analyzer(Optional.empty()));

    @Test
    void countsTheArticlesThatHaveAFeature() {
        frequencies.add(Document.of("An earthquake shook Herat in Afghanistan."));
        frequencies.add(Document.of("An avalanche blocked the Salang road in Afghanistan."));

        assertThat(frequencies.lines())
                .containsSubsequence("[matter]", "50: avalanche | earthquake")
                .containsSubsequence("[country]", "100: AF");
    }

    @Test
    void countsNoWordsWhereThereAreFewArticles() {
        frequencies.add(Document.of("Snow fell on villages in Afghanistan."));

        assertThat(frequencies.lines()).contains("[country]").doesNotContain("[word]");
    }
}
