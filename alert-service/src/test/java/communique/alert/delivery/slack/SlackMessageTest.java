package communique.alert.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.alert.SampleAlerts;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.channel.Notice;
import communique.alert.view.PageLink;
import communique.schemas.v1.Alert;
import communique.schemas.v1.Speaker;
import communique.schemas.v1.Statement;
import communique.testkit.Records;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlackMessageTest {
    private static final PageLink PAGE = new PageLink(Optional.of(URI.create("https://alerts.example/")));

    /** Pieces of which the worst texts are made. */
    private static final List<String> PIECES = List.of(
            "<!channel>",
            "<!here>",
            "<@U0123456>",
            "<#C0123456|general>",
            "<https://evil.example|Bank>",
            "@everyone",
            "https://evil.example/?q=1",
            "&lt;!channel&gt;",
            "&amp;",
            "&",
            "<",
            ">",
            "|",
            "*bold*",
            "_it_",
            "~no~",
            "`code`",
            "```",
            ":smile:",
            "\n> quote",
            "\u0000",
            "\u001B[31m",
            "\u2028",
            "\uD800",
            "\uDC00",
            "👩\u200D👩\u200D👧\u200D👦",
            "🇦🇫",
            "e\u0301",
            "a" + "\u0336".repeat(60),
            "سلام",
            "\u202Edlrow",
            "\u2067",
            "中文新闻",
            "Ж",
            " ",
            "word",
            "\"",
            "\\",
            "'",
            "<!date^0^{date}|x>",
            "<mailto:a@b.example>");

    @Test
    void showsHeadlineSpeakersStatementsSourcesAndReason() throws Exception {
        JsonNode message = json(SampleAlerts.joint("x1").build(), 1);

        assertThat(texts(message))
                .containsExactly(
                        "Russia and Iran ask Kabul to form a government of all groups",
                        "*Russia and Iran* on *Afghanistan* · <!date^1772625600^{date_short_pretty} {time}|2026-03-04T12:00:00Z>",
                        "Viktor Samarin, foreign minister, Russia; Reza Danesh, foreign minister, Iran",
                        "The two ministers asked the authorities in Kabul to give every group a say.",
                        "Viktor Samarin, foreign minister, Russia",
                        "“Trade will follow,” Samarin said.",
                        "Courier: Ministers meet in the valley",
                        "<https://courier.example/a1?x=1&amp;y=2|courier.example>",
                        "Harbour Wire: Valley talks end",
                        "<https://wire.example/talks|wire.example>",
                        "inclusive government · trade · first report of this meeting");
        assertThat(message.get("text").asText())
                .isEqualTo(
                        "Russia and Iran on Afghanistan: Russia and Iran ask Kabul to form a government of all groups");
        assertThat(message.at("/blocks/0/block_id").asText()).isEqualTo("msg_x1_1");
    }

    @Test
    void leadsToThePageWhereThereIsOne() throws Exception {
        Message one = new Message(1, Instant.EPOCH, SampleAlerts.joint("x1").build());

        JsonNode message = new ObjectMapper().readTree(body(one, PAGE));

        assertThat(texts(message)).last().isEqualTo("<https://alerts.example/?q=x1|Evidence and history>");
        SlackLimits.check(message);
    }

    @Test
    void saysWhenItIsALaterRevisionAndWhenItMayBeARepeat() throws Exception {
        JsonNode message = json(SampleAlerts.revision("x1", 2).build(), 3);

        assertThat(texts(message).get(0)).startsWith("updated: Russia and Iran");
        assertThat(texts(message)).last().asString().startsWith("attempt 3, may be a repeat · ");
    }

    @Test
    void countsWhatItLeavesOut() throws Exception {
        Statement statement = Records.statement("a1").build();
        Alert alert = SampleAlerts.joint("x1")
                .setStatements(Collections.nCopies(11, statement))
                .setSources(Collections.nCopies(7, Records.articleRef("a1").build()))
                .build();

        assertThat(texts(json(alert, 1))).contains("and 3 more statements", "and 1 more sources");
    }

    @Test
    void linksOnlyToWhatIsAnAddressOnTheWeb() throws Exception {
        Alert alert = SampleAlerts.joint("x1")
                .setSources(List.of(
                        SampleAlerts.source("a1", "A", "b", "javascript:alert(1)"),
                        SampleAlerts.source("a1", "A", "b", "https://x.example/a|b>c"),
                        SampleAlerts.source("a1", "A", "b", "https://x.example/" + "a".repeat(5_000))))
                .build();

        assertThat(json(alert, 1).get("blocks").toString()).doesNotContain("javascript", "x.example");
    }

    @Test
    void isWithinTheLimitsWhereEverythingIsAsLongAsItGets() throws Exception {
        Alert longest = SampleAlerts.joint("x1")
                .setHeadline("&".repeat(100_000))
                .setNoveltyReason("&".repeat(100_000))
                .setStatements(Collections.nCopies(
                        100,
                        Records.statement("a1")
                                .setText("<".repeat(100_000))
                                .setSpeakers(List.of(new Speaker("RU", "&".repeat(9_999), "&".repeat(9_999))))
                                .build()))
                .setSources(Collections.nCopies(
                        100,
                        SampleAlerts.source(
                                "a1", "&".repeat(500), "&".repeat(100_000), "https://x.example/?" + "a".repeat(400))))
                .build();

        SlackLimits.check(json(longest, 3));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("someHostileTexts")
    void staysWithinTheLimitsWithManyAlertsAndWithNotices(String text) throws Exception {
        List<Alert> alerts = Collections.nCopies(20, SampleAlerts.hostile(text));
        Message several = new Message("msg_all_1", 2, Instant.EPOCH, alerts, Optional.empty(), Optional.empty());
        Notice notice = new Notice(text, Collections.nCopies(100, text), Instant.EPOCH);

        SlackLimits.check(new ObjectMapper().readTree(body(several)));
        SlackLimits.check(new ObjectMapper().readTree(body(Message.of("msg_n", 1, Instant.EPOCH, notice))));
    }

    static Stream<String> someHostileTexts() {
        List<String> all = hostileTexts().toList();
        return IntStream.range(0, all.size()).filter(i -> i % 15 == 0).mapToObj(all::get);
    }

    static Stream<String> hostileTexts() {
        Random random = new Random(20260304);
        Stream<String> mixed = IntStream.range(0, 1_000)
                .mapToObj(i -> random.ints(1 + random.nextInt(i % 50 == 0 ? 2_000 : 60), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .collect(Collectors.joining(random.nextBoolean() ? "" : " ")));
        Stream<String> long100k = PIECES.stream().map(piece -> piece.repeat(100_000 / piece.length()));
        return Stream.concat(mixed, Stream.concat(long100k, PIECES.stream()));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostileTexts")
    void staysWithinTheLimitsAndMentionsNobody(String text) throws Exception {
        SlackLimits.check(json(SampleAlerts.hostile(text), 1));
    }

    private static byte[] body(Message message) {
        return body(message, PageLink.NONE);
    }

    private static byte[] body(Message message, PageLink page) {
        return SlackBody.bytes(new SlackBody(Optional.empty(), page).of(message));
    }

    private static JsonNode json(Alert alert, int attempt) throws Exception {
        return new ObjectMapper().readTree(body(new Message(attempt, Instant.EPOCH, alert)));
    }

    private static List<String> texts(JsonNode message) {
        return message.get("blocks").findValues("text").stream()
                .map(text -> text.isTextual() ? text : text.get("text"))
                .map(JsonNode::asText)
                .toList();
    }
}
