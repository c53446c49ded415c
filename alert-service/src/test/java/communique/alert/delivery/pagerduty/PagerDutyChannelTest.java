package communique.alert.delivery.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.alert.SampleAlerts;
import communique.alert.delivery.HttpChannelContract;
import communique.alert.delivery.channel.DeliveryOutcome;
import communique.alert.delivery.channel.DeliveryOutcome.Rejected;
import communique.schemas.v1.AlertKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagerDutyChannelTest extends HttpChannelContract {
    private static final String KEY = "pd-r0uting-key";

    @Override
    protected String typed() {
        return "type: pagerduty\nrouting_key: ${env:PD}\n";
    }

    @Override
    protected Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(super.environment());
        all.put("PD", KEY);
        return all;
    }

    private JsonNode event() throws Exception {
        return new ObjectMapper().readTree(received());
    }

    @Test
    void triggersOneIncidentForAllRevisionsOfAnAlert() throws Exception {
        var channel = open(yaml());
        channel.send(message(1, SampleAlerts.revision("x1", 1).build()));
        channel.send(message(1, SampleAlerts.revision("x1", 2).build()));

        JsonNode first = event();
        JsonNode second = event();
        assertThat(first.get("routing_key").asText()).isEqualTo(KEY);
        assertThat(first.get("event_action").asText()).isEqualTo("trigger");
        assertThat(first.get("dedup_key").asText()).isEqualTo("x1");
        assertThat(second.get("dedup_key").asText()).isEqualTo("x1");
        assertThat(first.at("/payload/summary").asText())
                .isEqualTo("Russia and Iran on Afghanistan: Russia and Iran ask Kabul to form a government of all"
                        + " groups");
        assertThat(second.at("/payload/summary").asText()).startsWith("updated: Russia and Iran on Afghanistan: ");
        assertThat(first.at("/payload/timestamp").asText()).isEqualTo("2026-03-04T12:00:00Z");
        assertThat(first.at("/links/0/href").asText()).isEqualTo("https://courier.example/a1?x=1&y=2");
    }

    @ParameterizedTest
    @CsvSource({"critical, critical", "WARNING, warning", "notice, info", "urgent, info"})
    void takesTheSeverityOfTheRuleWherePagerDutyKnowsIt(String severity, String expected) throws Exception {
        open(yaml())
                .send(message(1, SampleAlerts.joint("x1").setSeverity(severity).build()));

        assertThat(event().at("/payload/severity").asText()).isEqualTo(expected);
    }

    @Test
    void resolvesWhatEveryPublisherTookBack() throws Exception {
        var channel = open(yaml());
        var corrected = SampleAlerts.revision("x1", 2).setKind(AlertKind.CORRECTED);
        channel.send(message(1, corrected.setWithdrawn(List.of("a1")).build()));
        channel.send(message(1, corrected.setWithdrawn(List.of("a1", "a2")).build()));

        assertThat(event().get("event_action").asText()).isEqualTo("trigger");
        assertThat(event().get("event_action").asText()).isEqualTo("resolve");
    }

    @Test
    void keepsToTheLengthsOfPagerDuty() throws Exception {
        open(yaml()).send(message(1, SampleAlerts.hostile("😀".repeat(50_000))));

        String sent = received();
        JsonNode event = new ObjectMapper().readTree(sent);
        assertThat(event.at("/payload/summary").asText()).hasSizeLessThanOrEqualTo(1024);
        assertThat(event.get("dedup_key").asText()).hasSizeLessThanOrEqualTo(255);
        assertThat(sent).hasSizeLessThan(200_000);
    }

    @Test
    void keepsItsKeyOutOfWhatIsRecordedOfARejectedEvent() {
        DeliveryOutcome outcome = send(answers(400));

        assertThat(((Rejected) outcome).payload())
                .get()
                .asString()
                .contains("\"dedup_key\":\"x1\"", "[hidden]")
                .doesNotContain(KEY);
    }
}
