package communique.analysis.statement;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What in a sentence tells that somebody speaks. */
class CueTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russia's foreign ministry condemned the attack on the mosque in Kabul. | condemned",
                "According to Russia's foreign ministry, Kabul will get more wheat. | According to",
                "МИД России осудил нападение на мечеть в Кабуле. | осудил",
                "外交部发言人毛宁表示,中方谴责喀布尔的袭击。 | 表示"
            })
    void isAsPublished(String sentence, String cue) {
        assertThat(Texts.statements(Texts.analyze(sentence)))
                .singleElement()
                .satisfies(statement -> assertThat(statement.cue()).contains(cue));
    }

    @Test
    void isMissingWhereTheSpeakerGoesOn() {
        String text = "“The border with Afghanistan must open,” Pakistan's foreign ministry spokesperson said. “Traders"
                + " in Afghanistan have waited for weeks.”";

        assertThat(Texts.statements(Texts.analyze(text)))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first.cue()).contains("said"),
                        second -> assertThat(second.cue()).isEmpty());
    }
}
