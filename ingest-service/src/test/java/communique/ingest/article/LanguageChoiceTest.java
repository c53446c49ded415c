package communique.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageChoiceTest {
    private static final String PERSIAN_HEADLINE = "گفتگوی وزیران در کابل";
    private static final String RUSSIAN =
            "Министр заявил, что переговоры в столице были полезными и что стороны договорились встретиться снова до"
                    + " конца года, чтобы обсудить торговлю и безопасность на границе.";

    private final LanguageChoice choice = new LanguageChoice();

    @Test
    void takesWhatTheTextShowsOverWhatATemplateDeclares() {
        assertThat(choice.of(RUSSIAN, Optional.of("en-US"))).contains("ru");
    }

    @Test
    void takesWhatIsDeclaredWhereTheTextIsShort() {
        assertThat(choice.of(PERSIAN_HEADLINE, Optional.of("ps"))).contains("ps");
    }

    @Test
    void takesNoDeclarationInAnotherScript() {
        assertThat(choice.of(PERSIAN_HEADLINE, Optional.of("en_GB"))).contains("fa");
    }

    @Test
    void takesTheDeclarationWhereTheTextShowsNothing() {
        assertThat(choice.of("2026", Optional.of("zh-Hans-CN"))).contains("zh");
        assertThat(choice.of("2026", Optional.of("not a language"))).isEmpty();
        assertThat(choice.of("2026", Optional.empty())).isEmpty();
    }
}
