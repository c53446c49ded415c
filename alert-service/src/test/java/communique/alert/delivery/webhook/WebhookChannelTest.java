package communique.alert.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import communique.alert.SampleAlerts;
import communique.alert.delivery.HttpChannelContract;
import communique.alert.delivery.channel.Channel;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.alert.delivery.channel.DeliveryOutcome.Retry;
import communique.alert.view.AlertJson;
import communique.kit.config.InvalidConfigException;
import communique.schemas.v1.Alert;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest extends HttpChannelContract {
    private static final String SECRET = "whsec_dGVzdCB0ZXN0IHRlc3QgdGVzdCB0ZXN0IHRlc3Q=";

    private final Alert alert = SampleAlerts.joint("x1").build();

    @Override
    protected String typed() {
        return "type: webhook\nsecret: ${env:SIGNING}\n";
    }

    @Override
    protected Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(super.environment());
        environment.put("SIGNING", SECRET);
        return environment;
    }

    @Test
    void isTriedAgainAfterWhatTheOperatorKnowsToPass() {
        receiver.setDispatcher(new QueueDispatcher());
        receiver.enqueue(new MockResponse.Builder().code(404).build());
        receiver.enqueue(new MockResponse.Builder().code(400).build());
        Channel channel = open(yaml() + "retry_on: [404, 409]\n");

        assertThat(channel.send(message(1, SampleAlerts.joint("x1").build()))).isInstanceOf(Retry.class);
        assertThat(channel.send(message(1, SampleAlerts.joint("x1").build()))).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[200]", "[500]", "[410]"})
    void retriesOnNothingButErrorsOfTheClient(String statuses) {
        assertThatThrownBy(() -> config(yaml() + "retry_on: " + statuses + "\n"))
                .hasMessageContaining("retry_on lists statuses from 400 to 499");
    }

    @Test
    void postsACloudEventWithTheAlertAsItsData() throws Exception {
        open(yaml()).send(message(1, alert));

        RecordedRequest request = request();
        JsonNode event = new ObjectMapper().readTree(request.getBody().utf8());
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo(PATH);
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/cloudevents+json");
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactly(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "dataschema",
                        "data");
        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("id").asText())
                .isEqualTo("msg_x1_1")
                .isEqualTo(request.getHeaders().get("webhook-id"));
        assertThat(event.get("type").asText()).isEqualTo("communique.alert.new.v1");
        assertThat(event.get("time").asText()).isEqualTo("2026-03-04T12:10:00Z");
        assertThat(event.get("data")).hasToString(AlertJson.of(alert).text());
    }

    @Test
    void postsInTheOperatorsShapeSignedAllTheSame() throws Exception {
        open(yaml() + "template: ../docs/examples/template-ticket.yaml\n").send(message(1, alert));

        RecordedRequest request = request();
        JsonNode ticket = new ObjectMapper().readTree(request.getBody().utf8());
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(ticket.get("key").asText()).isEqualTo(alert.getId());
        assertThat(request.getHeaders().get("webhook-signature")).startsWith("v1,");
    }

    @Test
    void namesWhatHappenedToTheAlertInTheType() throws Exception {
        open(yaml()).send(message(1, SampleAlerts.revision("x1", 2).build()));

        assertThat(received()).contains("\"type\":\"communique.alert.updated.v1\"");
    }

    @Test
    void repeatsTheSameBytesUnderANewTime() throws Exception {
        Channel channel = open(yaml());
        channel.send(message(1, alert));
        clock.advance(Duration.ofMinutes(5));
        channel.send(message(2, alert));

        RecordedRequest first = request();
        RecordedRequest second = request();
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getHeaders().get("webhook-id"))
                .isEqualTo(first.getHeaders().get("webhook-id"));
        assertThat(Long.parseLong(second.getHeaders().get("webhook-timestamp")))
                .isEqualTo(Long.parseLong(first.getHeaders().get("webhook-timestamp")) + 300);
    }

    /** The receiving side is somebody else's code. */
    @Test
    void isVerifiedByTheStandardLibrary() throws Exception {
        clock.set(Clock.systemUTC().instant());
        open(yaml()).send(message(1, SampleAlerts.hostile("Ünïcode 中文 \uD83D\uDE00")));

        RecordedRequest request = request();
        new Webhook(SECRET)
                .verify(request.getBody().utf8(), request.getHeaders().toMultimap());
    }

    @Test
    void isNotConfiguredWithTheSecretItself() {
        assertThatThrownBy(() -> config("type: webhook\nurl: https://x.example/\nsecret: " + SECRET))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("does not belong in this file")
                .hasMessageNotContaining(SECRET);
    }
}
