package communique.analysis.statement;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Texts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether words are about Afghanistan. */
class AboutTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Russia condemned the attack in Kabul.",
                "Iran said the Taliban must release the water.",
                "Pakistan said Afghan refugees would be sent home.",
                "China praised the Afghan people.",
                "Iran said the Helmand must flow.",
                "Pakistan said attacks came from Afghan soil.",
                "The Pakistani Taliban took a school. Pakistan said the Taliban in Kabul had let Afghanistan down.",
                "Pakistan said the TTP had camps in Afghanistan.",
                "Russia backed an Afghan-led process.",
                "Kabul is the matter. China said the country must not be left alone.",
                "Pakistan said the Durand Line was the border.",
                "Russia's envoy said on the sidelines of the summit that Afghanistan needed wheat.",
                "During a visit to Kabul, China's minister said Afghan pomegranates were welcome.",
                "The spokesman of Iran's foreign ministry told Tolo News that Kabul had been informed."
            })
    void isAboutAfghanistan(String text) {
        assertThat(about(text)).contains("AF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Iran said the Gulf must stay calm.",
                "Pakistan said the TTP would find no foothold in Swat.",
                "China's special envoy for Afghanistan said Delhi was a pleasant town.",
                "Russia said India, Iran, Afghanistan, Nepal and Oman had sent flowers.",
                "Iran said no foreign troops should stay in the region, whether in Iraq, Afghanistan or the Gulf.",
                "Russia spoke of old conflicts such as Syria and Afghanistan.",
                "Pakistan said its post near the Afghan border had a new roof.",
                "Russia's envoy said the Sahel must not become a second Afghanistan.",
                "Russia spoke of its aid to Somalia, Afghanistan and other countries.",
                "Iran's health minister met the press. Half of the wards are full. Beds are short. Nurses work at night. He "
                        + "said the first cases had come from Pakistan, Afghanistan and China. Schools stay shut.",
                "Iran said the ministers of Iran and Oman met on the sidelines of a conference on Afghanistan.",
                "China said its minister had lost his hat during a visit to Kabul.",
                "Россия сообщила о встрече министров России и Омана на полях конференции по Афганистану.",
                "Pakistan's law minister said Judge Dost Mohammad Afghan had taken his oath."
            })
    void isNotAboutAfghanistan(String text) {
        assertThat(about(text)).doesNotContain("AF");
    }

    private static List<String> about(String text) {
        return Texts.analyze(text).statements().stream()
                .flatMap(statement -> statement.about().stream())
                .toList();
    }
}
