package communique.analysis.chinese;

import static communique.analysis.Texts.speakers;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences in which none of the watched states says anything about Afghanistan. */
class NoStatementTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "阿外长：愿同巴基斯坦和伊朗扩大过境贸易",
                "塔利班发言人穆贾希德说，巴基斯坦空袭造成平民死亡。",
                "阿富汗外交部批评巴方单方面关闭口岸。",
                "美国务卿布林肯说，中国能在阿富汗发挥积极作用。",
                "乌兹别克斯坦总统感谢中国和俄罗斯对阿富汗铁路项目的支持。",
                "联合国人道协调员呼吁中国、伊朗等邻国帮助阿富汗。"
            })
    void othersSpeak(String sentence) {
        assertThat(speakers(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "兰州学者胡伟伦认为，北京不急于在阿富汗下注。",
                "陈文山又指，巴基斯坦乐见中方资金进入阿富汗。",
                "伊媒：阿富汗难民返乡人数较上月减少",
                "据阿富汗托洛新闻报道，巴基斯坦军机侵犯了霍斯特省领空。",
                "巴基斯坦国民议会一名反对党议员说，应开放与阿富汗的口岸。",
                "巴基斯坦前总理伊姆兰·汗说，对阿富汗的政策是错误的。",
                "環球時報社評：美國從阿富汗撤離是失敗。",
                "当地警方说，袭击者从阿富汗潜入。",
                "王毅會見阿富汗商界代表　對方稱盼直航早日開通"
            })
    void analystsMediaAndPartiesAreNoState(String sentence) {
        assertThat(speakers(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "外交部不对阿富汗矿权竞标传闻置评",
                "俄外交部未回应有关阿富汗矿产的提问。",
                "王毅抵达喀布尔访问。",
                "中国援助阿富汗救灾物资运抵喀布尔",
                "中国政府向阿富汗提供的首批地震救灾物资已分发完毕。",
                "俄方获阿富汗商界感谢",
                "中国男足3比0胜阿富汗",
                "中国与蒙古保持文化交流。中国也积极协助阿富汗的战后重建。"
            })
    void actsWithoutWordsAreNone(String sentence) {
        assertThat(speakers(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "俄代表：贝宁不是阿富汗",
                "中國代表說，國際社會不應坐視該地區淪為「第二個阿富汗」。",
                "外交部：中阿博览会将如期在银川举行",
                "外交部发言人林剑表示，中方支持巴勒斯坦，希望巴方早日成为联合国正式会员国。",
                "俄外长说，来自阿富汗、叙利亚、利比亚和伊拉克的记者将参会。"
            })
    void similesListsAndOtherCountriesOfTheSameCharacterAreNot(String sentence) {
        assertThat(speakers(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"（中央社記者王小明台北1日電）外交部今天表示，對阿富汗強震深感哀痛。"})
    void theMinistryOfTaipeiIsNotThatOfChina(String sentence) {
        assertThat(speakers(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"巴基斯坦军方称打死12名塔利班武装分子", "巴基斯坦警方称捕获两名塔利班头目"})
    void pakistanFightsItsOwnTaliban(String headline) {
        assertThat(speakers(headline)).isEmpty();
    }
}
