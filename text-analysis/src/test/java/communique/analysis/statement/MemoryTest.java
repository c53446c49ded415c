package communique.analysis.statement;

import static communique.analysis.Texts.speakers;
import static communique.analysis.Texts.voices;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is meant by a surname, a title, a pronoun or a group. */
class MemoryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a surname after the full name
                "Pakistani envoy Omar Durrani flew to Doha. Durrani said the Taliban must act. | PK",
                // the surname of somebody who is no state
                "Oxford professor Omar Durrani flew to Doha. Durrani said the Taliban must act. |",
                // the first name written of a Chinese
                "Chinese diplomat Omer Testing Li flew to Doha. Chinese spokesman Ba Jin rose. Ba said Kabul must act. | CN",
                "Guo Jiakun met the press. Guo said the Taliban must act. | CN",
                // a pronoun for somebody named by office alone
                "Lavrov flew to Doha. The Afghan foreign minister said nothing was lost. He said Kabul was ready. |",
                // a pronoun
                "Lavrov flew to Doha. He said the Taliban must act. | RU",
                "Lavrov met his Indian counterpart. Indian Foreign Minister Jaishankar spoke first. He said Kabul must act. |",
                // a title alone
                "Wang Yi flew to Doha. The foreign minister said the Taliban must act. | CN",
                "Iran's foreign ministry met the press. The spokesman said the Taliban must act. | IR",
                "The Pakistani ambassador in Kabul left early. The envoy said the Taliban must act. | PK",
                // whose title it is can not be told
                "The foreign minister said the Taliban must act. |",
                // a document speaks for who issued it
                "Russia's foreign ministry issued a statement on Afghanistan. It said the Taliban must act. | RU",
                // both sides
                "Wang Yi met Ishaq Dar in Beijing. Both sides called for peace in Afghanistan. | CN PK",
                // the participants
                "Envoys of Russia, China and Iran met in Tashkent. The participants called on Kabul to act. | RU CN IR",
                "The foreign ministers of Iran, Pakistan and Turkey met. They urged the Taliban to act. | IR PK",
            })
    void knowsWhoIsMeant(String text, String states) {
        assertThat(speakers(text)).isEqualTo(states == null ? "" : states);
    }

    @Test
    void leavesNamesNobodyKnows() {
        assertThat(voices("John Smith said the Taliban must act.")).isEmpty();
    }
}
