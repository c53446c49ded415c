package communique.analysis.chinese;

import static communique.analysis.Texts.speakers;
import static communique.analysis.Texts.voices;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Speech that goes on over sentences, paragraphs and turns. */
class DiscourseTest {
    @Test
    void goesOnWithoutASubject() {
        assertThat(voices("俄罗斯外交部发布声明，对阿富汗边境交火表示严重关切。强调应通过外交途径化解分歧。"))
                .containsExactly("RU: 俄罗斯外交部发布声明，对阿富汗边境交火表示严重关切。", "RU: 强调应通过外交途径化解分歧。");
    }

    @Test
    void goesOnInTheFirstPersonOverParagraphs() {
        assertThat(voices("习近平强调，我们要构建命运共同体。\n我们将继续帮助阿富汗人民实现和平重建。")).containsExactly("CN: 我们将继续帮助阿富汗人民实现和平重建。");
    }

    @Test
    void keepsTheSpeakersOfAReadoutApart() {
        assertThat(voices("王毅会见阿富汗代理外长穆塔基。\n王毅表示，中方尊重阿富汗主权。\n穆塔基感谢中方援助，表示阿方重视安全。"))
                .containsExactly("CN: 王毅表示，中方尊重阿富汗主权。");
    }

    @Test
    void givesEachTurnToWhoOpensIt() {
        assertThat(voices("彭博社记者：阿富汗邀请中企投资，有何回应？\n林剑：我们支持阿富汗改善民生。\n记者：俄方称将派团，是否属实？"))
                .containsExactly("CN: 林剑：我们支持阿富汗改善民生。");
    }

    @Test
    void takesBothSidesFromTheSentenceBefore() {
        assertThat(voices("中国和塔吉克斯坦两国外长在杜尚别举行会谈。双方强调，支持阿富汗实现和平。")).containsExactly("CN+TJ: 双方强调，支持阿富汗实现和平。");
    }

    @Test
    void takesAllPartiesFromTheFormat() {
        assertThat(speakers("阿富汗问题莫斯科模式磋商在俄举行。各方反对在阿富汗部署外国军事设施。")).isEqualTo("RU CN IR PK");
    }

    @Test
    void keepsWhoSpeaksWithItsQuotation() {
        assertThat(voices("毛宁说，中方已同阿富汗沟通。“中方不会对阿富汗袖手旁观。”她说。")).endsWith("CN: “中方不会对阿富汗袖手旁观。”她说。");
    }

    @Test
    void hearsTwoVoicesOfOneSentence() {
        assertThat(speakers("俄方表示，将继续向喀布尔派团，而中方则强调，安全是对阿富汗投资的前提。")).isEqualTo("RU CN");
    }

    @Test
    void takesEveryItemOfASummaryForAMatterOfItsOwn() {
        assertThat(voices("新闻摘要\n\n1.外交部发言人林剑呼吁国际社会援助阿富汗；\n\n2.阿富汗北部连降暴雨；\n\n3.阿富汗小麦价格回落。"))
                .containsExactly("CN: 1.外交部发言人林剑呼吁国际社会援助阿富汗；");
    }

    @Test
    void pointsBackOnlyAtWhatWasNamedLately() {
        String between = "南部多地迎来降雨，气象部门称未来三天仍有中到大雨，农户正抓紧抢收早稻，粮库已备好烘干设备。".repeat(4);

        assertThat(voices("阿富汗东部发生山洪。阿富汗救援人员已抵达。" + between + "伊朗和苏丹外长发表声明称，两国局势稳定。"))
                .isEmpty();
    }

    @Test
    void takesAConsensusHopedForInASpeechForNoneReached() {
        assertThat(voices("习近平出席上海合作组织峰会。\n习近平提出两点建议。\n第一，我们要凝聚共识。\n第二，我们要帮助阿富汗重建。"))
                .containsExactly("CN: 第二，我们要帮助阿富汗重建。");
    }
}
