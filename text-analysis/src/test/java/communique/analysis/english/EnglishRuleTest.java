package communique.analysis.english;

import static communique.analysis.Texts.rules;
import static communique.analysis.Texts.speakers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of attribution by sentences it must find: rule, sentence, who speaks. */
class EnglishRuleTest {
    private static final String TABLE = """
            en-verb       | Lavrov said Kabul had been told. | RU
            en-verb       | Iran condemned the attack in Kabul. | IR
            en-verb       | China's foreign ministry called on the Taliban to act. | CN
            en-verb       | Pakistan's permanent representative to the United Nations warned that Kabul was slow. | PK
            en-verb       | The Russian president has told reporters that Kabul had been informed. | RU
            en-verb       | Islamabad, meanwhile, urged the Taliban to act. | PK
            en-verb       | Araghchi, speaking in Doha, stressed that the Taliban must act. | IR
            en-verb       | The spokesperson for China's foreign ministry said Kabul was a neighbour. | CN
            en-verb       | Zamir Kabulov, Russia's envoy for Afghanistan, said the Taliban must act. | RU
            en-verb       | The foreign ministers of Russia and Iran urged the Taliban to act. | RU IR
            en-verb       | Chinese and Pakistani officials said Kabul had agreed. | CN PK
            en-verb       | The Kremlin expressed concern over the fighting in Kunduz. | RU
            en-verb       | Iran welcomes the truce and calls for calm in Afghanistan. | IR
            en-verb       | The Russian Security Council blames outsiders for the fighting in Afghanistan. | RU
            en-verb       | Pakistan reports heavy losses on the Afghan border. | PK
            en-noun       | A joint statement by Russia, China, the United States and Pakistan on Kabul followed. | RU CN PK
            en-dash       | Afghan opium is refined abroad - Russian anti-drug agency | RU
            en-tail       | Kabul has been told, the Russian embassy said. | RU
            en-tail       | “Kabul has been told,” Wang Yi said on Monday. | CN
            en-inverted   | “Kabul has been told,” said Qureshi. | PK
            en-inverted   | Kabul has been told, said the Iranian ambassador. | IR
            en-participle | The talks ended with Islamabad accusing Kabul of delay. | PK
            en-participle | Expressing concern over Kunduz, Lavrov left the hall. | RU
            en-according  | According to the Chinese embassy, Kabul has been told. | CN
            en-according  | Kabul has been told, according to Pakistan's foreign office. | PK
            en-quoted     | Lavrov was quoted as saying that Kabul had been told. | RU
            en-quoted-after | “Kabul has been told,” Lavrov was quoted as saying. | RU
            en-dash       | Kabul has been told: ISPR | PK
            en-participle | Noting that Kabul had been told, the Iranian embassy closed its gate. | IR
            en-verb       | Russian President Vladimir Putin's Afghanistan envoy said Kabul had been told. | RU
            en-verb       | Kabulov, who took part in the talks in Doha, said Kabul had been told. | RU
            en-verb       | Lavrov said Kabul had been told, TASS reported. | RU
            en-agent      | The attack in Kabul was condemned by Iran. | IR
            en-agent      | A statement on Afghanistan was issued by the Russian foreign ministry. | RU
            en-dash       | Kabul has been told — Russian foreign ministry | RU
            en-dash       | Kabul has been told — Lavrov | RU
            en-colon      | Lavrov: Kabul has been told | RU
            en-colon      | Pakistani FM: Kabul has been told | PK
            en-noun       | Despite calls from Iranian officials, Kabul keeps the gates shut. | IR
            en-noun       | A statement by the Chinese foreign ministry on Kabul followed. | CN
            en-attitude   | Russia ready to train Afghan pilots | RU
            en-attitude   | Iran is deeply concerned about the fighting in Kunduz. | IR
            """;

    static Stream<Arguments> sentences() {
        return TABLE.lines()
                .map(line -> line.split("\\|"))
                .map(row -> Arguments.of(row[0].strip(), row[1].strip(), row[2].strip()));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void findsTheSpeaker(String rule, String sentence, String states) {
        assertThat(speakers(sentence)).isEqualTo(states);
        assertThat(rules(sentence)).contains(rule);
    }

    @Test
    void isShownForEveryRule() {
        Set<String> shown =
                sentences().map(row -> (String) row.get()[0]).collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown)
                .isEqualTo(Arrays.stream(EnglishRule.values())
                        .map(EnglishRule::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void isDocumented() {
        assertThat(EnglishRule.values()).allSatisfy(rule -> {
            assertThat(rule.doc()).endsWith(".");
            assertThat(rule.id()).matches("en-[a-z-]+");
        });
    }
}
