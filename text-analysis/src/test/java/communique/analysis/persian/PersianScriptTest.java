package communique.analysis.persian;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Persian as it is typed: joiners kept, parted or lost, Arabic letters, hyphens that hide a name from a censor. */
class PersianScriptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "سخنگوی وزارت خارجه روسیه می‌گوید طالبان به قول‌هایشان عمل نکرده‌اند.",
                "سخنگوی وزارت خارجه روسیه می گوید طالبان به قول هایشان عمل نکرده اند .",
                "سخنگوی وزارت خارجه روسیه میگوید طالبان به قولهایشان عمل نکردهاند.",
                "سخنگوي وزارت خارجه روسيه گفت كه طالبان در اين باره به قول‌هاي خود عمل نكرده است.",
                "سخنگوی وزارتِ خارجهٔ روسیه می‌گوید طا-لبان به قول‌هایشان عمل نکرده‌اند.",
                "سخنگوی وزارت خارجۀ روسیه گفته است ط-البان به قول‌هایشان عمل نکرده‌اند",
                "مسکو ـ تاس ـ سخنگوی وزارت خارجه روسیه گفت : طالبان به قول هایشان عمل نکرده اند ."
            })
    void readsEverySpellingOfOneSentence(String sentence) {
        assertThat(Texts.speakers(sentence)).isEqualTo("RU");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ترجمان دفتر خارجہ نے کہا کہ پاکستان افغانستان کے ساتھ امن چاہتا ہے۔",
                "د پاکستان د بهرنیو چارو وزارت وویل چې له افغانستان سره ښې اړیکې غواړي."
            })
    void leavesUrduAndPashtoToTheirOwnGrammars(String sentence) {
        assertThat(Texts.analyze(sentence).language()).isNotEqualTo(java.util.Optional.of("fa"));
    }
}
