package communique.alert.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import communique.alert.SampleAlerts;
import communique.alert.delivery.channel.Message;
import communique.alert.delivery.channel.Notice;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is posted is what the published schema says. */
class EventSchemaTest {
    private static final Path SCHEMA = Path.of("..", "docs", "alert-event.v1.schema.json");

    private final ObjectMapper mapper = new ObjectMapper();

    static Stream<Message> messages() {
        return Stream.of(
                new Message(1, Instant.EPOCH, SampleAlerts.joint("x1").build()),
                new Message(
                        1,
                        Instant.EPOCH,
                        SampleAlerts.revision("x1", 2)
                                .setKind(AlertKind.CORRECTED)
                                .build()),
                new Message(1, Instant.EPOCH, SampleAlerts.hostile("\u0000\uD800 <&>")),
                new Message(1, Instant.EPOCH, SampleAlerts.bare()),
                new Message(
                        "msg_all_1",
                        2,
                        Instant.EPOCH,
                        List.of(
                                SampleAlerts.joint("x1").build(),
                                SampleAlerts.joint("x2").build()),
                        Optional.empty(),
                        Optional.empty()),
                Message.of("msg_n1", 1, Instant.EPOCH, new Notice("A title", List.of("a line"), Instant.EPOCH)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyEventIsValid(Message message) throws Exception {
        assertThat(schema().validate(mapper.readTree(CloudEvent.of(message).bytes())))
                .isEmpty();
    }

    @Test
    void aNoticeHasTheTimeAtWhichItWasMadeInEveryAttempt() throws Exception {
        Instant made = Instant.parse("2026-03-02T12:00:00Z");
        Notice notice = new Notice("A title", List.of("a line"), made);

        assertThat(CloudEvent.of(Message.of("msg_n1", 2, made.plusSeconds(300), notice))
                        .time())
                .isEqualTo("2026-03-02T12:00:00Z");
    }

    static Stream<String> long100k() {
        return Stream.of("ا", "\"", "😀", "a ", "\u0001", "<!channel>")
                .map(piece -> piece.repeat(100_000 / piece.length()));
    }

    @ParameterizedTest
    @MethodSource("long100k")
    void isSmallerThanReceiversTakeAndCountsWhatIsLeftOut(String text) throws Exception {
        Alert hostile = SampleAlerts.hostile(text);
        Alert big = Alert.newBuilder(hostile)
                .setSources(Collections.nCopies(200, hostile.getSources().get(0)))
                .setStatements(Collections.nCopies(60, hostile.getStatements().get(0)))
                .build();
        Message several = new Message(
                "msg_all_2", 1, Instant.EPOCH, Collections.nCopies(6, hostile), Optional.empty(), Optional.empty());
        Message notice =
                Message.of("msg_n2", 1, Instant.EPOCH, new Notice(text, Collections.nCopies(100, text), Instant.EPOCH));

        for (Message message : List.of(new Message(1, Instant.EPOCH, big), several, notice)) {
            byte[] bytes = CloudEvent.of(message).bytes();
            assertThat(bytes).hasSizeLessThan(20_000);
            assertThat(schema().validate(mapper.readTree(bytes))).isEmpty();
        }
        JsonNode one = mapper.readTree(
                CloudEvent.of(new Message(1, Instant.EPOCH, big)).bytes());
        assertThat(one.at("/data/sources").size()
                        + one.at("/data/left_out/sources").asInt())
                .isEqualTo(200);
        JsonNode all = mapper.readTree(CloudEvent.of(several).bytes());
        assertThat(all.at("/data/alerts").size()
                        + all.at("/data/alerts_left_out").asInt())
                .isEqualTo(6);
    }

    @Test
    void anythingElseIsNot() throws Exception {
        assertThat(schema().validate(mapper.readTree("{\"specversion\":\"1.0\"}")))
                .isNotEmpty();
    }

    private static JsonSchema schema() throws Exception {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
    }
}
