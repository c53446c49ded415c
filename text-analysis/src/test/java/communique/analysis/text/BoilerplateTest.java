package communique.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.lexicon.LexiconFiles;
import communique.analysis.lexicon.NormalText;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {
    private static final Boilerplate BOILERPLATE = new Boilerplate(new LexiconFiles(Optional.empty()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Share",
                "READ MORE: Rain in the north",
                "Read more",
                "Copyright 2024, The Daily Lamp. All rights reserved.",
                "We use cookies on this site.",
                "Реклама",
                "کد خبر"
            })
    void knowsLinesOfThePage(String line) {
        assertThat(BOILERPLATE.isLine(NormalText.of(line))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shared waters need shared rules",
                "Home to four million Afghans, Iran has asked donors for more help than it was given last year.",
                "Homes burned in Herat"
            })
    void leavesLinesThatOnlyBeginAlike(String line) {
        assertThat(BOILERPLATE.isLine(NormalText.of(line))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Related news", "Leave a Reply", "相关新闻", "Читайте также", "مطالب مرتبط", "متعلقہ خبریں"})
    void knowsWhereTheArticleEnds(String line) {
        assertThat(BOILERPLATE.isTail(NormalText.of(line))).isTrue();
    }
}
