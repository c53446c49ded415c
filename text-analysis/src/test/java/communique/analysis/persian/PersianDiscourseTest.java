package communique.analysis.persian;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Texts;
import org.junit.jupiter.api.Test;

/** How a Persian or Dari text goes on after a speaker is named. */
class PersianDiscourseTest {
    @Test
    void heMeansWhoSpokeBefore() {
        assertThat(Texts.voices("سفیر روسیه گفت طالبان باید با داعش بجنگد. وی افزود: مسکو به کابل گندم می‌فرستد."))
                .containsExactly(
                        "RU: سفیر روسیه گفت طالبان باید با داعش بجنگد.", "RU: وی افزود: مسکو به کابل گندم می‌فرستد.");
    }

    @Test
    void aVerbWithoutASubjectMeansWhoSpokeBefore() {
        assertThat(Texts.voices("سخنگوی وزارت خارجه چین از طالبان قدردانی کرد. در ادامه تصریح کرد: راه کابل باز است."))
                .hasSize(2);
    }

    @Test
    void weGoesOnInANewParagraph() {
        assertThat(Texts.voices("کابلوف گفت: با کابل گفت‌وگو می‌کنیم.\nما از افغانستان می‌خواهیم به تعهداتش عمل کند."))
                .containsExactly(
                        "RU: کابلوف گفت: با کابل گفت‌وگو می‌کنیم.",
                        "RU: ما از افغانستان می‌خواهیم به تعهداتش عمل کند.");
    }

    @Test
    void whatHappenedIsNotSaid() {
        assertThat(Texts.voices("مسکو حمله در کابل را محکوم کرد. این حمله بیست کشته بر جای گذاشته است."))
                .containsExactly("RU: مسکو حمله در کابل را محکوم کرد.");
    }

    @Test
    void aDocumentSpeaksForItsAuthor() {
        assertThat(Texts.voices("وزارت خارجه پاکستان بیانیه‌ای درباره افغانستان منتشر کرد و خواستار آرامش شد. "
                        + "در بیانیه آمده است که مرز افغانستان باز می‌ماند."))
                .last()
                .isEqualTo("PK: در بیانیه آمده است که مرز افغانستان باز می‌ماند.");
    }

    @Test
    void bothSidesAreWhoMet() {
        assertThat(Texts.voices("ایران و پاکستان بر صلح در افغانستان تاکید کردند. دو طرف خواستار آتش‌بس در کابل شدند."))
                .last()
                .isEqualTo("IR+PK: دو طرف خواستار آتش‌بس در کابل شدند.");
    }

    @Test
    void aNameGivenBeforeItsOfficeIsKnownAfterwards() {
        assertThat(Texts.voices("خرم دستگیر، سخنگوی وزارت خارجه پاکستان، گفت از کابل پاسخ می‌خواهیم. "
                        + "دستگیر افزود: طالبان وعده داده است."))
                .hasSize(2)
                .allMatch(voice -> voice.startsWith("PK"));
    }

    @Test
    void anUnknownSpeakerEndsTheWordsOfTheOneBefore() {
        assertThat(Texts.voices("کابلوف گفت کابل ثبات دارد. پیوند گفت ایران از طالبان حقابه می‌خواهد."))
                .containsExactly("RU: کابلوف گفت کابل ثبات دارد.");
    }

    @Test
    void aMatterOfItsOwnLeavesAfghanistan() {
        assertThat(Texts.voices(
                        "لین جیان گفت پکن به افغانستان کمک می‌کند. لین جیان درباره تایوان گفت: کوتاه نمی‌آییم."))
                .containsExactly("CN: لین جیان گفت پکن به افغانستان کمک می‌کند.");
    }

    @Test
    void thePressOfAfghanistanMeansItsOwnMinistry() {
        assertThat(Texts.voices("طلوع‌نیوز: وزارت خارجه گفت که گذرگاه‌ها با ایران باز است و افغانستان آرام است."))
                .allMatch(voice -> voice.startsWith("AF"));
    }
}
