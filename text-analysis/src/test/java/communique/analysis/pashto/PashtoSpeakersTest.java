package communique.analysis.pashto;

import static org.assertj.core.api.Assertions.assertThat;

import communique.analysis.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who speaks about Afghanistan in Pashto news; the sentences are invented. */
class PashtoSpeakersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            CN | د چین د بهرنیو چارو وزارت وايي چې د افغانستان د بیارغونې ملاتړ کوي.
            CN | په کابل کې د چین سفیر ژاو شینګ وویل چې د مس عینک کار به ژر پیل شي.
            RU | د روسیې د بهرنیو چارو وزیر سرګي لاوروف خبرداری ورکړ چې داعش د افغانستان له خاورې ګواښ دی.
            RU | مسکو له طالبانو غوښتي چې ټول‌شموله حکومت جوړ کړي.
            RU | د روسیې د ولسمشر ځانګړي استازي ضمیر کابلوف ویلي چې د افغانستان شتمنۍ دې خوشې شي.
            IR | د ایران د بهرنیو چارو وزارت ویاند اسماعیل بقایي په کابل کې برید وغانده.
            IR | ایران له طالبانو سره د هلمند د اوبو پر سر اندېښنه څرګنده کړه.
            PK | د پاکستان دفاع وزیر خواجه اصف افغان حکومت تورن کړ چې ترهګرو ته پناه ورکوي.
            PK | د پاکستان د بهرنیو چارو وزارت د ویاند شفقت علي خان په وینا د تورخم لاره به پرانیستل شي.
            PK | پاکستان د افغان کډوالو د ایستلو د پلان ننګه کړې او ویلي دي چې دا بهیر به دوام وکړي.
            PK | پاکستاني چارواکو ویلي چې په کونړ کې یې وسله وال په نښه کړي دي.
            """)
    void findsWhoSpeaks(String state, String sentence) {
        assertThat(Texts.speakers(sentence)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            د طالبانو د حکومت ویاند ذبیح الله مجاهد وویل چې پاکستان دې سرحد پرانیزي.
            د افغانستان د بهرنیو چارو وزارت د پاکستان بریدونه وغندل.
            د ملګرو ملتونو سرمنشي له ایران او پاکستان وغوښتل چې افغان کډوال په زور ونه باسي.
            د امریکا د بهرنیو چارو وزارت وویل چې چین او روسیه په افغانستان کې ګټې لري.
            یو افغان کډوال چې له ایرانه راستون شوی وايي پولیسو وهلی دی.
            د پاکستان پوځ په ننګرهار کې هوايي بریدونه وکړل.
            پاکستاني چارواکو تر اوسه د دې برید په اړه څه نه دي ویلي.
            یو شنونکی وايي چین په افغانستان کې پانګونه کوي.
            """)
    void findsNobody(String sentence) {
        assertThat(Texts.speakers(sentence)).isEmpty();
    }

    @Test
    void takesAStatementInADocumentForThatOfItsIssuer() {
        String text = "پاکستاني پوځ وايي چې د کونړ له لوري یې پر یوې پوستې ډزې شوې دي. "
                + "د پوځ په خبرپاڼه کې له کابل څخه غوښتل شوي چې د افغان خاورې د کارونې مخه ونیسي.";

        assertThat(Texts.voices(text)).hasSize(2).allMatch(voice -> voice.startsWith("PK: "));
    }
}
