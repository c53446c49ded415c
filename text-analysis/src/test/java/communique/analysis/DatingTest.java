package communique.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.text.Staleness;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatingTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2025, 3, 1);
    private static final Pattern BLANK = Pattern.compile(" ");

    @Test
    void findsAnOldEventByItsDate() {
        Analysis analysis = Texts.analyze("KABUL, 14 April 2023 — Russia urged Kabul to act. Talks go on.", PUBLISHED);

        Staleness staleness = analysis.staleness().orElseThrow();
        assertThat(staleness.eventDate()).isEqualTo(LocalDate.of(2023, 4, 14));
        assertThat(staleness.ageDays()).isEqualTo(687);
        assertThat(staleness.evidence()).contains("2023-04-14");
        assertThat(analysis.eventDate()).contains(LocalDate.of(2023, 4, 14));
    }

    @Test
    void findsAnOldEventByWhoHeldTheOffice() {
        Analysis analysis = Texts.analyze("Chinese Foreign Minister Qin Gang urged Kabul to act.", PUBLISHED);

        assertThat(analysis.staleness())
                .map(Staleness::evidence)
                .get()
                .asString()
                .contains("Qin Gang");
    }

    @Test
    void takesAYearlessDayIntoTheOnlyYearItFits() {
        assertThat(Texts.analyze("On April 13 Foreign Minister Qin Gang urged Kabul to act.")
                        .eventDate())
                .contains(LocalDate.of(2023, 4, 13));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Russia urged Kabul to act on 15 %s 2021.          ~ January February March April May June July August September October November December
            中国外交部2021年%s15日就阿富汗局势发表声明。             ~ 1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月
            中国外交部2021年%s15日就阿富汗局势发表声明。             ~ 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月
            МИД России призвал Кабул к диалогу 15 %s 2021 года. ~ января февраля марта апреля мая июня июля августа сентября октября ноября декабря
            وزارت خارجه ایران در ۱۵ %s ۲۰۲۱ درباره افغانستان بیانیه داد. ~ ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
            وزارت خارجه ایران در ۱۵ %s سال ۲۰۲۱ درباره افغانستان اعلامیه داد. ~ جنوری فبروری مارچ اپریل مئی جون جولای آگست سپتمبر اکتوبر نومبر دسمبر
            پاکستان کے دفتر خارجہ نے 15 %s 2021 کو افغانستان پر بیان دیا۔ ~ جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
            د پاکستان د بهرنیو چارو وزارت د ۲۰۲۱ کال د %s په ۱۵مه د افغانستان په اړه وویل. ~ جنوري فبروري مارچ اپرېل مۍ جون جولای اګست سپټمبر اکتوبر نومبر ډسمبر
            """)
    void readsEveryMonthOfALanguage(String text, String months) {
        List<LocalDate> inOrder = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> LocalDate.of(2021, month, 15))
                .toList();

        assertThat(BLANK.splitAsStream(months)
                        .map(month ->
                                Texts.analyze(text.formatted(month)).eventDate().orElse(null)))
                .containsExactlyElementsOf(inOrder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            وزارت خارجه ایران در ۲۴ %s ۱۴۰۰ درباره افغانستان بیانیه داد.  ~ فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
            وزارت خارجه ایران در ۲۴ %s ۱۴۰۰ درباره افغانستان اعلامیه داد. ~ حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت
            د پاکستان د بهرنیو چارو وزارت د ۱۴۰۰ کال د %s په ۲۴مه د افغانستان په اړه وویل. ~ وری غویی غبرګولی چنګاښ زمری وږی تله لړم لیندۍ مرغومی سلواغه کب
            """)
    void readsEveryMonthOfTheSolarHijriCalendar(String text, String months) {
        assertThat(BLANK.splitAsStream(months)
                        .map(month -> Texts.analyze(text.formatted(month))
                                .eventDate()
                                .map(LocalDate::toString)
                                .orElse(null)))
                .containsExactly(
                        "2021-04-13",
                        "2021-05-14",
                        "2021-06-14",
                        "2021-07-15",
                        "2021-08-15",
                        "2021-09-15",
                        "2021-10-16",
                        "2021-11-15",
                        "2021-12-15",
                        "2022-01-14",
                        "2022-02-13",
                        "2022-03-15");
    }

    @Test
    void findsNothingOldInFreshNews() {
        assertThat(Texts.analyze("On February 27, 2025 Russia urged Kabul to act.", PUBLISHED)
                        .staleness())
                .isEmpty();
    }

    @Test
    void findsNothingOldWhereARecentDayIsNamedToo() {
        assertThat(Texts.analyze(
                                "On February 27, 2025 Russia recalled the talks of 4 May 2021 and urged Kabul to act.",
                                PUBLISHED)
                        .staleness())
                .isEmpty();
    }

    @Test
    void findsNothingOldWithoutADate() {
        assertThat(Texts.analyze("Russia urged Kabul to act.", PUBLISHED).staleness())
                .isEmpty();
    }
}
