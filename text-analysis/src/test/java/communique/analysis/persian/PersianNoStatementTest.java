package communique.analysis.persian;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Persian sentences that name one of the four states and Afghanistan, and in which the state says nothing of it. */
class PersianNoStatementTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "سخنگوی طالبان گفت روابط با ایران و پاکستان رو به بهبود است.",
                "وزارت خارجه افغانستان ادعای پاکستان را رد کرد.",
                "یک کارشناس مسائل روسیه گفت مسکو در افغانستان شتابی ندارد.",
                "سفیر پیشین ایران در کابل گفت طالبان تغییر نکرده‌اند.",
                "رویترز گزارش داد که چین سفیر تازه‌ای به کابل می‌فرستد.",
                "سفیر لهستان در تهران گفت افغان‌ها به کمک نیاز دارند.",
                "سخنگوی نظامیان آمریکایی گفت خروج از افغانستان آغاز شده است.",
                "معاون وزیر تجارت و صنایع طالبان گفت افغانستان به سرمایه نیاز دارد.",
                "سخنگوی یوناما گفت ایران و پاکستان دو میلیون افغان را بازگردانده‌اند.",
                "یک منبع آگاه گفت هیات ایرانی فردا به کابل می‌رود.",
                "نماینده مردم مشهد در مجلس گفت مهاجران افغان باید بازگردند.",
                "وزیر دفاع آمریکا گفت چین به بگرام چشم دوخته است.",
                "سخنگوی فدراسیون والیبال گفت تیم افغانستان به تهران می‌آید.",
                "سخنگوی وزارت مبارزه با حوادث طبیعی طالبان از رسیدن کمک‌های ایران خبر داد."
            })
    void givesNobodyElsesWordsToAState(String sentence) {
        assertThat(Texts.speakers(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "وزیر خارجه چین در کابل با متقی دیدار کرد.",
                "افغانستان به درخواست ایران مرز را باز کرد.",
                "هشدار ایران به شرکت‌های هواپیمایی/ برف در کابل/ آغاز نمایشگاه کتاب",
                "ارتش پاکستان گذرگاه تورخم را بست.",
                "نخستین قطار باری ایران به هرات رسید.",
                "وزارت خارجه پاکستان درباره حمله به کابل اظهار نظر نکرد.",
                "سخنگوی کرملین به پرسش درباره افغانستان پاسخ نداد.",
                "عراقچی درباره افغانستان چه گفت؟",
                "سناتور آمریکایی درباره سیاست واشنگتن در قبال افغانستان و ایران اظهارنظر کرد.",
                "سرقت کابل برق در تهران افزایش یافت، رئیس پلیس گفت.",
                "نرخ افغانی در بازار تهران : هزار و ۵۰۰ تومان",
                // a field inspection, not "you know"
                "موضوع با حضور نماینده ایران و افغانستان به طور میدانی بازدید شد.",
                "مقام‌های ایران می‌دانند که راه کابل بسته است."
            })
    void takesDeedsAndSilenceForNoStatement(String sentence) {
        assertThat(Texts.speakers(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "وزیر کشور پاکستان گفت تحریک طالبان پاکستان را نابود می‌کنیم.",
                "وزیر خارجه ایران که پیش از این از کابل دیدن کرده بود، گفت جنگ غزه باید پایان یابد.",
                "پوتین گفت فلسطین، سوریه، عراق، لیبی و افغانستان نمونه‌های شکست غرب هستند."
            })
    void takesAfghanistanInPassingForNoMatter(String sentence) {
        assertThat(Texts.speakers(sentence)).isEmpty();
    }
}
