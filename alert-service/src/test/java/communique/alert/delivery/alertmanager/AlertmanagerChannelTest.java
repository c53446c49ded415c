package communique.alert.delivery.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.alert.SampleAlerts;
import communique.alert.delivery.HttpChannelContract;
import communique.schemas.v1.AlertKind;
import org.junit.jupiter.api.Test;

class AlertmanagerChannelTest extends HttpChannelContract {
    @Override
    protected String typed() {
        return "type: alertmanager\n";
    }

    @Test
    void postsWhatAReceiverOfAlertmanagersWebhookKnows() throws Exception {
        open(yaml()).send(message(1, SampleAlerts.joint("x1").build()));

        JsonNode body = new ObjectMapper().readTree(received());
        assertThat(body.get("version").asText()).isEqualTo("4");
        assertThat(body.get("status").asText()).isEqualTo("firing");
        assertThat(body.get("groupKey").asText()).isEqualTo("msg_x1_1");
        assertThat(body.get("receiver").asText()).isEqualTo("tested");
        assertThat(body.at("/alerts/0/labels/alertname").asText()).isEqualTo("CommuniqueStatement");
        assertThat(body.at("/alerts/0/labels/speakers").asText()).isEqualTo("RU,IR");
        assertThat(body.at("/alerts/0/startsAt").asText()).isEqualTo("2026-03-04T12:00:00Z");
        assertThat(body.at("/alerts/0/fingerprint").asText()).hasSize(16);
        assertThat(body.get("commonLabels")).isEqualTo(body.at("/alerts/0/labels"));
    }

    @Test
    void postsAListToTheApiOfAnAlertmanager() throws Exception {
        open(yaml() + "api: true\n").send(message(1, SampleAlerts.joint("x1").build()));

        JsonNode body = new ObjectMapper().readTree(received());
        assertThat(body.isArray()).isTrue();
        assertThat(body.at("/0/labels/alert_id").asText()).isEqualTo("x1");
    }

    @Test
    void resolvesWhatIsCorrectedUnderTheSameFingerprint() throws Exception {
        var channel = open(yaml());
        channel.send(message(1, SampleAlerts.revision("x1", 1).build()));
        channel.send(message(
                1, SampleAlerts.revision("x1", 2).setKind(AlertKind.CORRECTED).build()));

        JsonNode first = new ObjectMapper().readTree(received());
        JsonNode second = new ObjectMapper().readTree(received());
        assertThat(second.get("status").asText()).isEqualTo("resolved");
        assertThat(second.at("/alerts/0/fingerprint")).isEqualTo(first.at("/alerts/0/fingerprint"));
    }
}
