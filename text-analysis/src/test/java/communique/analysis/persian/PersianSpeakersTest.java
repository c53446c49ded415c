package communique.analysis.persian;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who speaks about Afghanistan in one Persian sentence, and by which rule that is found. */
class PersianSpeakersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            سخنگوی وزارت امور خارجه چین گفت که پکن به افغانستان کمک می‌کند. ~ CN
            وزیر خارجه پاکستان در دیدار با همتای افغان خود تاکید کرد: خاک افغانستان نباید علیه ما به کار رود. ~ PK
            فرستاده ویژه رئیس جمهوری روسیه در امور افغانستان از سفر طالبان به مسکو خبر داد. ~ RU
            سفیر ایران در کابل گفت: دانشگاه‌های ما به روی دانشجویان افغان باز است. ~ IR
            معاون وزیر خارجه کشورمان خواستار اجرای معاهده هیرمند از سوی کابل شد. ~ IR
            نماینده دائم روسیه در سازمان ملل تحریم طالبان را ناکارآمد خواند. ~ RU
            فرمانده ارتش پاکستان به طالبان افغانستان هشدار داد. ~ PK
            مقام‌های ایرانی می‌گویند روزانه سه هزار افغان از مرز اسلام‌قلعه بازمی‌گردند. ~ IR
            سخنگوی وزارت کشور گفت اتباع افغان تا پایان ماه مهلت دارند. ~ IR
            رئیس جمهور در تماس تلفنی با امیر قطر بر لزوم کمک به مردم افغانستان تاکید کرد. ~ IR
            کرملین اعلام کرد که درباره شناسایی طالبان تصمیمی گرفته نشده است. ~ RU
            سفارت چین در کابل در بیانیه‌ای حمله به مهمانخانه‌ای در شهر نو کابل را محکوم کرد. ~ CN
            لاوروف گفت: ما با بازگشت پایگاه‌های خارجی به افغانستان مخالفیم. ~ RU
            آقای دار گفت که پاکستان همسایه خوبی برای افغانستان خواهد بود. ~ PK
            سردار رضایی گفت: دیوار مرزی با افغانستان کامل می‌شود. ~ IR
            سازمان ملی مهاجرت اعلام کرد برگه‌های سرشماری افغان‌ها تمدید نمی‌شود. ~ IR
            سخنگوی دولت سیزدهم گفت: بازارچه‌های مرزی با افغانستان باز می‌ماند. ~ IR
            """)
    void findsTheStateOfAnOffice(String sentence, String speakers) {
        assertThat(Texts.speakers(sentence)).isEqualTo(speakers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            روسیه حمله به سفارت پاکستان در کابل را که دیروز رخ داد محکوم کرد. ~ RU ~ fa-verb
            ایران از برگزاری نشست بین‌الافغانی در دوحه استقبال کرد. ~ IR ~ fa-verb
            پکن از وضعیت امنیتی کارگران چینی در بدخشان افغانستان ابراز نگرانی کرده است. ~ CN ~ fa-verb
            اسلام‌آباد خواستار بازگشت همه مهاجران افغان تا پایان سال شده است. ~ PK ~ fa-verb
            سفیر روسیه با بیان اینکه طالبان باید به وعده‌های خود عمل کنند، گفت گفت‌وگو ادامه دارد. ~ RU ~ fa-verb
            به گفته مقام‌های پاکستانی، مهاجمان از خاک افغانستان آمده بودند. ~ PK ~ fa-according
            طبق اعلام وزارت خارجه روسیه، نمایندگان طالبان در نشست قازان شرکت می‌کنند. ~ RU ~ fa-according
            عراقچی: با کابل بر سر آب به توافق می‌رسیم ~ IR ~ fa-colon
            عراقچی در گفت‌وگو با متقی: حقابه هیرمند باید رها شود ~ IR ~ fa-colon
            بازگشایی مرز چمن / وزیر دفاع پاکستان: از طالبان تضمین گرفتیم ~ PK ~ fa-colon
            هشدار مسکو به طالبان درباره داعش در افغانستان ~ RU ~ fa-noun
            تسلیت سفیر چین به مردم افغانستان ~ CN ~ fa-noun
            تهران آماده است در بازسازی افغانستان سهم بگیرد. ~ IR ~ fa-attitude
            """)
    void findsTheSpeakerByARule(String sentence, String speakers, String rule) {
        assertThat(Texts.speakers(sentence)).isEqualTo(speakers);
        assertThat(Texts.rules(sentence)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            وزیران خارجه ایران و پاکستان بر بازگشایی مرزهای افغانستان تاکید کردند. ~ IR PK
            نمایندگان ویژه ایران، روسیه، چین و پاکستان خواستار لغو تحریم‌های افغانستان شدند. ~ IR RU CN PK
            چین و روسیه تحریم مقام‌های طالبان را محکوم کردند. ~ CN RU
            وزیران خارجه چین، پاکستان و افغانستان در کابل بر گسترش تجارت تاکید کردند. ~ CN PK
            پاکستان گفت حمله از خاک افغانستان هدایت شده است؛ چین نیز از طالبان خواست عاملان را تحویل دهند. ~ PK CN
            """)
    void findsAllWhoSpeakTogether(String sentence, String speakers) {
        assertThat(Texts.speakers(sentence)).isEqualTo(speakers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            به گزارش ایسنا، به نقل از رویترز، ضمیر کابلوف گفت روسیه به کابل گندم می‌دهد. ~ RU
            به نوشته خبرگزاری شینهوا سخنگوی وزارت خارجه چین از طالبان قدردانی کرد. ~ CN
            اسلام‌آباد ـ ایرنا ـ سفیر ایران در پاکستان گفت: راه افغانستان به دریا از چابهار می‌گذرد. ~ IR
            کابل - ایرنا - سفیر روسیه گفت داعش خراسان برای افغانستان خطر است. ~ RU
            """)
    void hearsTheSpeakerThroughTheAgency(String sentence, String speakers) {
        assertThat(Texts.speakers(sentence)).isEqualTo(speakers);
    }
}
