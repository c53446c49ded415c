package communique.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | The ministry said that talks with the neighbours would go on in spring.
                    en | A bridge has opened in São Miguel near Łódź street.
                    ru | Министерство сообщило, что переговоры с соседями продолжатся весной.
                    ru | Он добавил, что мост уже открыт.
                    bg | Министерството съобщи, че преговорите със съседите ще продължат през пролетта.
                    uk | Міністерство повідомило, що переговори із сусідами триватимуть навесні.
                    tg | Вазорат хабар дод, ки гуфтушунид бо ҳамсояҳо баҳор идома меёбад.
                    zh | 外交部表示，与邻国的会谈将于春天继续举行。
                    ja | 外務省は、隣国との会談が春に続くと述べました。
                    ko | 외교부는 이웃 나라와의 회담이 봄에 계속될 것이라고 밝혔다.
                    fa | وزارت خارجه گفت که گفت‌وگو با همسایگان در بهار ادامه می‌یابد.
                    fa | پل تازه و جاده نو در شهر
                    ps | د بهرنیو چارو وزارت وویل چې له ګاونډیانو سره خبرې به په پسرلي کې دوام ولري.
                    ur | وزارت خارجہ نے کہا کہ پڑوسیوں کے ساتھ بات چیت بہار میں جاری رہے گی۔
                    ar | قالت وزارة الخارجية إن المحادثات مع الجيران سوف تستمر في الربيع.
                    ckb | وەزارەت ڕایگەیاند کە گفتوگۆ لەگەڵ دراوسێکان لە بەهار بەردەوام دەبێت.
                    de | Das Ministerium sagte, die Gespräche mit den Nachbarn würden im Frühling fortgesetzt.
                    fr | Le ministère a dit que les discussions avec les voisins vont reprendre au printemps.
                    tr | Bakanlık, komşularla görüşmelerin ilkbaharda süreceğini ve köprünün açıldığını söyledi.
                    """)
    void tellsTheLanguageOfASentence(String language, String sentence) {
        assertThat(detector.detect(sentence)).contains(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Bridge opens
                    ru | Мост открыт
                    fa | سفر وزیر
                    zh | 大桥
                    """)
    void takesShortTextsForTheLanguageReadMostInTheirScript(String language, String text) {
        assertThat(detector.detect(text)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12:30", "ab", "नमस्ते दुनिया", "\ud83d\ude00\ud83d"})
    void saysNothingOfWhatItCannotRead(String text) {
        assertThat(detector.detect(text)).isEmpty();
    }

    @Test
    void looksAtTheBeginningAlone() {
        String english = "The talks will go on in the valley, said the guild. ";

        assertThat(detector.detect(english.repeat(60) + "Он сказал это. ".repeat(5000)))
                .contains("en");
    }
}
