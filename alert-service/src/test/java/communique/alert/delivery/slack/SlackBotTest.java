package communique.alert.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.alert.SampleAlerts;
import communique.alert.delivery.HttpChannelContract;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Delivered;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.delivery.channel.FailureReason;
import communique.alert.delivery.channel.Message;
import communique.schemas.v1.Alert;
import communique.schemas.v1.AlertKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackBotTest extends HttpChannelContract {
    @Override
    protected String typed() {
        return "type: slack\ntoken: ${env:TOKEN}\nconversation: C0123\n";
    }

    @Override
    protected Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(super.environment());
        environment.put("TOKEN", "xoxb-s3cret-token");
        return environment;
    }

    @Override
    protected String friendly() {
        return "{\"ok\":true,\"channel\":\"C0123\",\"ts\":\"1772625600.000100\"}";
    }

    @Override
    protected boolean understandsBodies() {
        return true;
    }

    @Test
    void keepsTheNameSlackGivesTheMessage() throws Exception {
        Delivered delivered = (Delivered)
                open(yaml()).send(message(1, SampleAlerts.joint("x1").build()));

        RecordedRequest request = request();
        JsonNode body = new ObjectMapper().readTree(request.getBody().utf8());
        assertThat(delivered.receipt()).contains("1772625600.000100");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer xoxb-s3cret-token");
        assertThat(body.get("channel").asText()).isEqualTo("C0123");
        assertThat(body.has("thread_ts")).isFalse();
        SlackLimits.check(body);
    }

    @Test
    void repliesInTheThreadOfTheFirstMessageAndShowsCorrectionsInTheChannelToo() throws Exception {
        Alert correction =
                SampleAlerts.revision("x1", 2).setKind(AlertKind.CORRECTED).build();
        Message followUp = new Message(
                "msg_x1_2", 1, clock.instant(), List.of(correction), Optional.empty(), Optional.of("17.01"));

        Delivered delivered = (Delivered) open(yaml()).send(followUp);

        JsonNode body = new ObjectMapper().readTree(received());
        assertThat(body.get("thread_ts").asText()).isEqualTo("17.01");
        assertThat(body.get("reply_broadcast").asBoolean()).isTrue();
        assertThat(delivered.receipt()).contains("17.01");
    }

    @ParameterizedTest
    @CsvSource({
        "ratelimited, RATE_LIMITED, true",
        "internal_error, SERVER_ERROR, true",
        "is_archived, GONE, false",
        "token_revoked, GONE, false",
        "invalid_auth, AUTH_ERROR, false",
        "invalid_blocks, CLIENT_ERROR, false"
    })
    void judgesByWhatSlackSays(String error, FailureReason reason, boolean again) {
        DeliveryOutcome outcome = send(answers(200).body("{\"ok\":false,\"error\":\"" + error + "\"}"));

        if (again) {
            assertThat(((Retry) outcome).reason()).isEqualTo(reason);
        } else {
            assertThat(((Rejected) outcome).reason()).isEqualTo(reason);
        }
        assertThat(outcome.reply().snippet()).isEqualTo(error);
    }
}
