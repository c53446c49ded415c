package communique.analysis.chinese;

import static communique.analysis.Texts.analyze;
import static communique.analysis.Texts.speakers;
import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.country.CountryTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Countries by one character, in both scripts, and people whose names are written alike. */
class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "俄外长访华, CN RU",
        "伊俄两国总统通电话, IR RU",
        "美驻阿富汗大使离任, AF US",
        "驻阿富汗美军撤离 阿方接管基地, AF US",
        "巴外长：边境局势趋稳, PK",
        "巴勒斯坦代表团到访 巴外长致辞, PS",
        "阿联酋宣布提供贷款 阿外长出席签字仪式, AE",
        "12日外交部未举行活动, ''",
        "目标集中方可见效, ''",
        "王毅在采访中表示谢意, CN",
        "他在采访中表示谢意, ''",
        "俄外长访中表示谢意, CN RU",
        "，以支持重建, ''",
        "以色列总统抵达 以支持重建, IL",
        "歌手卡尼·韦斯特讲话, ''",
        "特使韦斯特讲话, US",
        "俄亥俄州州长讲话, US"
    })
    void readsOneCharacterBesideAnOfficeOrAnotherName(String text, String codes) {
        assertThat(String.join(
                        " ",
                        analyze(text).countries().stream()
                                .map(CountryTag::code)
                                .sorted()
                                .toList()))
                .isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({
        "伊朗外長稱阿富汗難民須返國, 伊朗外长称阿富汗难民须返国",
        "俄羅斯呼籲解凍阿富汗資產, 俄罗斯呼吁解冻阿富汗资产",
        "習近平向阿富汗致慰問電, 习近平向阿富汗致慰问电",
        "外交部發言人　毛寧：盼阿富汗各方對話, 外交部发言人 毛宁：盼阿富汗各方对话"
    })
    void readsBothScriptsAlike(String traditional, String simplified) {
        assertThat(speakers(traditional)).isNotEmpty().isEqualTo(speakers(simplified));
    }

    @Test
    void givesOffsetsInTheTextAsWritten() {
        String text = "【德黑蘭訊】伊朗外長稱，阿富汗難民須返國。";

        assertThat(analyze(text).statements())
                .singleElement()
                .satisfies(found -> assertThat(text.substring(found.start(), found.end()))
                        .isEqualTo("伊朗外長稱，阿富汗難民須返國。")
                        .isEqualTo(found.text()));
    }

    @Test
    void tellsTwoMinistersOfOneNameApart() {
        assertThat(speakers("阿富汗代理外长穆塔基到访德黑兰。穆塔基说，塔利班愿合作。")).isEmpty();
        assertThat(speakers("伊朗外长穆塔基说，阿富汗需要和平。")).isEqualTo("IR");
    }

    @Test
    void skipsDatelinesAndGlosses() {
        assertThat(analyze("新华社伊斯兰堡11月7日电（记者 张三）巴基斯坦防长阿西夫（Khawaja Asif）警告，袭击来自阿富汗。")
                        .statements())
                .singleElement()
                .satisfies(found -> assertThat(found.text()).startsWith("巴基斯坦防长"));
    }
}
