package communique.analysis.chinese;

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
class ChineseRuleTest {
    private static final String TABLE = """
            zh-verb      | 外交部发言人毛宁表示，中方支持阿富汗重建。 | CN
            zh-verb      | 中国常驻联合国代表傅聪在安理会审议阿富汗问题时呼吁有关国家解除单边制裁。 | CN
            zh-verb      | 俄罗斯外长拉夫罗夫指出，阿富汗需要包容性政府。 | RU
            zh-verb      | 俄外長拉夫羅夫指，阿富汗須成立包容政府。 | RU
            zh-verb      | 伊朗驻阿富汗大使说，两国贸易额增长两成。 | IR
            zh-verb      | 巴基斯坦三军新闻局声明称，武装分子来自阿富汗。 | PK
            zh-verb      | 巴基斯坦军方今天（2月27日）称，空袭了阿富汗境内目标。 | PK
            zh-verb      | 俄总统支持阿富汗各方和解 | RU
            zh-verb      | 巴总理促阿富汗勿再收容武装分子 | PK
            zh-verb      | 中方谴责阿富汗首都恐怖袭击 | CN
            zh-verb      | 伊朗否认训练阿富汗塔利班 | IR
            zh-verb      | 俄称愿与北约合作打击阿富汗毒品 | RU
            zh-verb      | 莫斯科称阿富汗北部恐怖威胁上升 | RU
            zh-verb      | 中国、俄罗斯、伊朗和巴基斯坦呼吁归还阿富汗央行资产。 | CN RU IR PK
            zh-verb      | 中俄伊巴四国特使敦促解冻阿富汗海外资产 | CN RU IR PK
            zh-verb      | 中俄领导人呼吁防止阿富汗沦为恐怖主义温床 | CN RU
            zh-verb      | “中方不会坐视阿富汗陷入饥荒。”王毅说。 | CN
            zh-verb      | 上海合作组织成员国主张阿富汗组建包容性政府。 | CN RU IR PK
            zh-carried   | 王毅會見阿富汗大使，表示中方不干涉阿富汗內政。 | CN
            zh-carried   | 伊朗外长阿拉格齐与阿富汗代理外长穆塔基通电话，要求足额放水。 | IR
            zh-carried   | 伊外長晤塔利班代表　冀阿富汗成立包容政府 | IR
            zh-source    | 法新社援引巴基斯坦防长阿西夫的话说，袭击策划于阿富汗。 | PK
            zh-source    | 阿富汗女子高校禁令遭伊朗谴责 | IR
            zh-according | 据伊朗外交部消息，阿富汗难民将分批返乡。 | IR
            zh-according | 据俄驻阿富汗使馆通报，喀布尔局势平静。 | RU
            zh-colon     | 外交部：中方欢迎阿富汗停火 | CN
            zh-colon     | 伊朗：阿富汗難民須有序返國 | IR
            zh-colon     | 巴军方：哨所遭来自阿富汗境内火力袭击 | PK
            zh-colon     | 王毅：阿富汗不能再次成为恐怖分子庇护所 | CN
            zh-dash      | 阿富汗北部恐怖威胁上升——俄外交部 | RU
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
                .isEqualTo(Arrays.stream(ChineseRule.values())
                        .map(ChineseRule::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void isDocumented() {
        assertThat(ChineseRule.values())
                .allSatisfy(rule -> assertThat(rule.doc()).isNotBlank());
    }
}
