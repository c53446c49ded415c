package communique.alert.delivery.ntfy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.alert.SampleAlerts;
import communique.alert.delivery.HttpChannelContract;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NtfyChannelTest extends HttpChannelContract {
    @Override
    protected String typed() {
        return "type: ntfy\ntopic: desk\ntoken: ${env:NTFY}\n";
    }

    @Override
    protected Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(super.environment());
        all.put("NTFY", "tk_t0ken");
        return all;
    }

    @Test
    void publishesToItsTopic() throws Exception {
        open(yaml() + "priority: 4\n").send(message(1, SampleAlerts.joint("x1").build()));

        RecordedRequest request = request();
        JsonNode body = new ObjectMapper().readTree(request.getBody().utf8());
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer tk_t0ken");
        assertThat(body.get("topic").asText()).isEqualTo("desk");
        assertThat(body.get("priority").asInt()).isEqualTo(4);
        assertThat(body.get("title").asText())
                .isEqualTo("Russia and Iran ask Kabul to form a government of all groups");
        assertThat(body.get("message").asText()).contains("Russia and Iran on Afghanistan", "“Trade will follow,”");
        assertThat(body.get("click").asText()).isEqualTo("https://courier.example/a1?x=1&y=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ا", "漢", "😀"})
    void staysBelowTheLengthThatBecomesAnAttachment(String text) throws Exception {
        open(yaml()).send(message(1, SampleAlerts.hostile(text.repeat(50_000))));

        String message = new ObjectMapper().readTree(received()).get("message").asText();
        assertThat(message.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(4096);
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic: a b\n", "topic: desk\npriority: 6\n", "priority: 3\n"})
    void refusesWhatNtfyWouldRefuse(String yaml) {
        assertThatThrownBy(() -> config("type: ntfy\nurl: ${env:URL}\n" + yaml))
                .hasMessageMatching("(?s).*(topic|priority) is.*");
    }
}
