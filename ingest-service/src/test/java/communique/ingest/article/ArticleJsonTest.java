package communique.ingest.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.schemas.v1.Origin;
import communique.schemas.v1.Source;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleJsonTest {
    private final ArticleJson reader = new ArticleJson(Origin.PUSH, Outlet.named("push", "push"));

    @Test
    void readsPlainNames() {
        Draft draft = read("""
                {"url": "https://ridge.example/1", "id": "r-1", "title": "Bridge opens", "text": "It is open.",
                 "language": "en", "author": "K. Day", "published": "2026-01-05T10:00:00Z", "source": "Ridge Times"}
                """);

        assertThat(draft.content())
                .isEqualTo(new Content(
                        Optional.of("https://ridge.example/1"),
                        Optional.of("Bridge opens"),
                        "It is open.",
                        Optional.of("en"),
                        Optional.of("K. Day"),
                        Optional.of(Dated.byMetadata(Instant.parse("2026-01-05T10:00:00Z")))));
        assertThat(draft.guid()).contains("r-1");
        assertThat(draft.source()).isEqualTo(Outlet.named("ridge.example", "Ridge Times"));
        assertThat(draft.retracted()).isFalse();
    }

    @Test
    void readsTheNamesOfNinjs() {
        Draft draft = read("""
                {"uri": "urn:ridge:1", "headline": "Bridge opens", "body_html": "<p>It is.</p><p>Open.</p>",
                 "byline": "K. Day", "versioncreated": "2026-01-05T10:00:00Z", "pubstatus": "canceled",
                 "infosources": [{"name": "desk"}]}
                """);

        assertThat(draft.content().body()).isEqualTo("It is.\n\nOpen.");
        assertThat(draft.content().title()).contains("Bridge opens");
        assertThat(draft.content().author()).contains("K. Day");
        assertThat(draft.content().published()).isPresent();
        assertThat(draft.content().url()).isEmpty();
        assertThat(draft.guid()).contains("urn:ridge:1");
        assertThat(draft.retracted()).isTrue();
    }

    @Test
    void takesAUriThatIsAnAddressForOne() {
        Draft draft = read("{\"uri\": \"https://ridge.example/1\", \"text\": \"x\"}");

        assertThat(draft.content().url()).contains("https://ridge.example/1");
        assertThat(draft.guid()).isEmpty();
    }

    @Test
    void readsASourceInParts() {
        Source source = read("""
                        {"text": "x", "source": {"id": "mfa", "name": "Foreign Ministry", "country": "PK",
                         "official": true}}
                        """).source();

        assertThat(source.getId()).isEqualTo("mfa");
        assertThat(source.getName()).isEqualTo("Foreign Ministry");
        assertThat(source.getCountry()).contains("PK");
        assertThat(source.getOfficial()).isTrue();
    }

    @Test
    void namesTheOutletByItsHostElseByTheWayIn() {
        assertThat(read("{\"url\": \"https://www.ridge.example/1\", \"text\": \"x\"}")
                        .source()
                        .getId())
                .isEqualTo("ridge.example");
        assertThat(read("{\"text\": \"x\"}").source().getId()).isEqualTo("push");
    }

    @Test
    void takesNullAndBlankForAbsent() {
        Draft draft = read(
                "{\"title\": null, \"headline\": \"Bridge\", \"language\": \" \", \"url\": \"\", \"text\": \"x\"}");

        assertThat(draft.content().title()).contains("Bridge");
        assertThat(draft.content().language()).isEmpty();
        assertThat(draft.content().url()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"title": 7}                              | /title
                    {"text": ["a"]}                           | /text
                    {"url": "ridge/1"}                        | /url
                    {"published": "last week"}                | /published
                    {"versioncreated": 1772600767}            | /versioncreated
                    {"source": {"country": "Pakistan"}}       | /source/country
                    {"source": {"official": "yes"}}           | /source/official
                    {"source": 7}                             | /source
                    {"source": ["Ridge Times"]}               | /source
                    {"pubstatus": "cancelled"}                | /pubstatus
                    {"pubstatus": true}                       | /pubstatus
                    """)
    void pointsToAFieldItCannotRead(String json, String pointer) {
        Rejection why = reject(json);

        assertThat(why.reason()).isEqualTo(RejectionReason.INVALID_FIELD);
        assertThat(why.pointer()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({"usable, false", "withheld, false", "Canceled, true", "'', false"})
    void knowsTheStatusesOfNinjs(String status, boolean retracted) {
        assertThat(read("{\"text\": \"It is open.\", \"pubstatus\": \"" + status + "\"}")
                        .retracted())
                .isEqualTo(retracted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"cut o",
                "not json",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "[1]",
                "\"text\"",
                "{'a':1}",
                "{\"a\":\"\u0001\"}"
            })
    void tellsBrokenJson(String json) {
        assertThat(reject(json).reason()).isEqualTo(RejectionReason.BROKEN_JSON);
    }

    @Test
    void tellsAWrongEncoding() {
        byte[] latin = {'{', '"', 'a', '"', ':', '"', (byte) 0xe9, '"', '}'};

        assertThat(ArticleJson.parse(latin).either(json -> null, Rejection::reason))
                .isEqualTo(RejectionReason.WRONG_ENCODING);
    }

    @Test
    void tellsBottomlessNesting() {
        assertThat(reject("[".repeat(100_000)).reason()).isEqualTo(RejectionReason.BROKEN_JSON);
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(read("\ufeff{\"text\": \"x\"}").content().body()).isEqualTo("x");
    }

    @Test
    void tellsNothing() {
        assertThat(reject("").reason()).isEqualTo(RejectionReason.EMPTY);
    }

    private Draft read(String json) {
        return verdict(json).either(draft -> draft, why -> {
            throw new AssertionError(why);
        });
    }

    private Rejection reject(String json) {
        return verdict(json)
                .either(
                        draft -> {
                            throw new AssertionError(draft);
                        },
                        why -> why);
    }

    private Verdict<Draft> verdict(String json) {
        return ArticleJson.parse(json.getBytes(UTF_8)).then(reader::read);
    }
}
