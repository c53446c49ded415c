package communique.ingest.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {
    private static final String RUSSIAN = "Министр иностранных дел сообщил журналистам о переговорах в столице. ";
    private static final String CHINESE = "外交部发言人星期一在北京表示，双方将继续就地区安全问题保持沟通。";

    @Test
    void readsUtf8WithAndWithoutAMark() {
        assertThat(TextDecoder.plain("کابل".getBytes(UTF_8))).isEqualTo(Verdict.fit("کابل"));
        assertThat(TextDecoder.plain("\ufeffکابل".getBytes(UTF_8))).isEqualTo(Verdict.fit("کابل"));
    }

    @Test
    void readsUtf16WithAMark() {
        assertThat(TextDecoder.plain("\ufeffKabul".getBytes(UTF_16LE))).isEqualTo(Verdict.fit("Kabul"));
    }

    @ParameterizedTest
    @CsvSource({"windows-1251", "KOI8-R"})
    void recognisesRussianWithoutADeclaration(String charset) {
        byte[] bytes = RUSSIAN.repeat(5).getBytes(Charset.forName(charset));

        assertThat(TextDecoder.plain(bytes)).isEqualTo(Verdict.fit(RUSSIAN.repeat(5)));
    }

    @Test
    void recognisesChineseWithoutADeclaration() {
        byte[] bytes = CHINESE.repeat(5).getBytes(Charset.forName("GB18030"));

        assertThat(TextDecoder.plain(bytes)).isEqualTo(Verdict.fit(CHINESE.repeat(5)));
    }

    @Test
    void believesTheTransportBeforeTheDocument() {
        byte[] bytes = ("<?xml version='1.0' encoding='koi8-r'?><a>" + RUSSIAN + "</a>")
                .getBytes(Charset.forName("windows-1251"));

        assertThat(text(TextDecoder.markup(bytes, Optional.of("windows-1251")))).contains(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "<?xml version='1.0' encoding='windows-1251'?><a>",
        "<html><head><meta charset=windows-1251>",
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>"
    })
    void believesTheDocument(String head) {
        byte[] bytes = (head + RUSSIAN).getBytes(Charset.forName("windows-1251"));

        assertThat(text(TextDecoder.markup(bytes, Optional.empty()))).contains(RUSSIAN);
    }

    @Test
    void believesNoDeclarationThatCannotBeTrue() {
        byte[] bytes = ("<?xml version='1.0' encoding='utf-16'?><a>" + RUSSIAN + "</a>").getBytes(UTF_8);

        assertThat(text(TextDecoder.markup(bytes, Optional.of("no such thing"))))
                .contains(RUSSIAN);
    }

    @Test
    void readsLatin1AsPagesMeanIt() {
        byte[] bytes = "\u0093quoted\u0094".getBytes(ISO_8859_1);

        assertThat(TextDecoder.markup(bytes, Optional.of("ISO-8859-1"))).isEqualTo(Verdict.fit("“quoted”"));
    }

    @Test
    void forgivesASingleBrokenCharacter() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(RUSSIAN.repeat(10).getBytes(UTF_8));
        bytes.write(0xd0);

        assertThat(TextDecoder.plain(bytes.toByteArray())).isEqualTo(Verdict.fit(RUSSIAN.repeat(10) + "\ufffd"));
    }

    @Test
    void tellsNothingFromSomething() {
        assertThat(reason(TextDecoder.plain(new byte[0]))).isEqualTo(RejectionReason.EMPTY);
    }

    @Test
    void tellsBinaryFromText() {
        assertThat(reason(TextDecoder.plain(new byte[] {'P', 'K', 3, 4, 0, 0, 8})))
                .isEqualTo(RejectionReason.BINARY);
        assertThat(reason(TextDecoder.plain("%PDF-1.7 and so on".getBytes(UTF_8))))
                .isEqualTo(RejectionReason.BINARY);
        assertThat(reason(TextDecoder.plain(new byte[] {1, 2, 3, 4, 'a'}))).isEqualTo(RejectionReason.BINARY);
    }

    @Test
    void refusesAnEncodingNobodyRecognises() {
        Random random = new Random(7);
        byte[] bytes = new byte[2000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + random.nextInt(0x80));
        }

        assertThat(reason(TextDecoder.plain(bytes))).isEqualTo(RejectionReason.WRONG_ENCODING);
    }

    private static String text(Verdict<String> verdict) {
        return verdict.either(text -> text, Rejection::detail);
    }

    private static RejectionReason reason(Verdict<String> verdict) {
        return verdict.either(text -> null, Rejection::reason);
    }
}
