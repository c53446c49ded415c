package communique.analysis.english;

import static communique.analysis.Texts.speakers;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that look like a state's words on Afghanistan and are none. */
class NoStatementTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // nothing was said
                "Russia's foreign ministry declined to comment on Kabul.",
                "Pakistan's army has yet to confirm the strike on Kunar.",
                "Iran did not say whether Kabul had been told.",
                "China has not commented on the attack in Kabul.",
                "The Kremlin refused to say who was invited from Kabul.",
                "What does Moscow want in Afghanistan?",
                "What Beijing wants from Kabul: copper and quiet",
                "Nobody knows whether Iran will say yes to Kabul.",
                "Afghanistan will change if Russia says so.",
                // somebody else said it
                "“Beijing wants guarantees from Kabul,” the professor told a seminar.",
                "Islamabad, the analyst argued, fears a rich Afghanistan.",
                "Asif Durrani, who was Pakistan's envoy until last year, said Kabul was proud.",
                "The Taliban said Russia was a friend of Afghanistan.",
                "The United States urged Pakistan to close the Afghan border.",
                "The UN said Iran had sent home a million Afghans.",
                "Analysts say Iran wants calm in Afghanistan.",
                "A Russian expert on Afghanistan said the Taliban would stay.",
                "Former Pakistani ambassador Asif Durrani said the Taliban would stay.",
                "Chinese state media said the Taliban would stay.",
                "TASS reported that Kabul was quiet.",
                "Xi Jinping sat down. A former Trump administration official said Kabul had fallen fast.",
                "Putin met his guests. “Kabul is proud,” President Gerald Miller said.",
                "According to Xinhua, Kabul was quiet.",
                "An Iranian lawmaker said the Taliban would stay.",
                "Sources in Islamabad said the Taliban would stay.",
                "Russian residents of Kabul said the streets were quiet.",
                "Afghanistan's ambassador to Iran said Kabul wanted trade.",
                "The Afghan embassy in Moscow said it was open.",
                "The Afghan foreign minister told Lavrov that Kabul wanted trade.",
                "Kabul wants more trade — Afghan ambassador to Moscow",
                "Taliban hope for Russian wheat — TV",
                "Russia and Afghanistan plan more flights — ambassador to Moscow",
                "Lavrov left the hall. Kabul had been told, a spokesman for the rebels said.",
                "Iran has fed many Afghans, Mona Lind, head of the Office of the UN High Commissioner in Mashhad, said.",
                "“We should not let Pakistan maintain its hold on Kabul,” the professor said.",
                // the Pakistani Taliban
                "The Pakistani Taliban took a school. Pakistan said it would fight the Taliban to the end.",
                // places, not states
                "Talks on Afghanistan in Moscow ended early, the Uzbek envoy said.",
                "Speaking in Tehran, the Afghan minister said Kabul wanted trade.",
                "Near the Kremlin wall, the Afghan guest said he was tired.",
                "The Afghan delegation said it would leave Beijing for Kabul.",
                "In Islamabad, the German envoy for Afghanistan said aid would go on.",
                "TEHRAN – Rain fell. Four people died in the northern city of Kunduz, officials said.",
                "TEHRAN – Rain fell. Soldiers died in Kabul, according to the UN mission in Afghanistan.",
                // acts, not words
                "Russia sent forty trucks of wheat to Kabul.",
                "Lavrov met the Afghan foreign minister.",
                "Pakistan closed the Torkham crossing with Afghanistan.",
                "China reopened its visa office in Kabul.",
                "An Iranian court sentenced an Afghan driver.",
                "Russia offered Taliban fighters weapons and bounties.",
                "Iran greeted the Afghan delegation with tea.",
                "Iran has welcomed and housed millions of Afghan refugees."
            })
    void findsNone(String sentence) {
        assertThat(speakers(sentence)).isEmpty();
    }
}
