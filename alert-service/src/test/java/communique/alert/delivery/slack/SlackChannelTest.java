package communique.alert.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.alert.SampleAlerts;
import communique.alert.delivery.HttpChannelContract;
import communique.kit.config.InvalidConfigException;
import communique.schemas.v1.Alert;
import communique.testkit.Records;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlackChannelTest extends HttpChannelContract {
    @Override
    protected String typed() {
        return "type: slack\n";
    }

    @Override
    protected Set<Integer> gone() {
        return Set.of(403, 404, 410);
    }

    @Test
    void postsJsonToTheWebhook() throws Exception {
        open(yaml()).send(message(1, SampleAlerts.joint("x1").build()));

        var request = request();
        assertThat(request.getTarget()).isEqualTo(PATH);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json; charset=utf-8");
        SlackLimits.check(new ObjectMapper().readTree(request.getBody().utf8()));
    }

    @Test
    void postsInTheOperatorsShapeInWhichTextsFromOutsideNeitherFormatNorMention() throws Exception {
        String shape = yaml() + "template: ../docs/examples/template-slack.yaml\n";
        Alert hostile =
                SampleAlerts.joint("x1").setHeadline("<!channel> *bold* & `x`").build();

        open(shape).send(message(1, hostile));

        JsonNode body = new ObjectMapper().readTree(received());
        assertThat(body.get("text").asText()).endsWith("&lt;!channel&gt; \u2217bold\u2217 &amp; \u02CBx\u02CB");
        assertThat(body.at("/blocks/0/text/text").asText()).startsWith("*Russia and Iran* on *Afghanistan*");
        assertThat(body.get("parse").asText()).isEqualTo("none");
    }

    @Test
    void postsItsOwnShapeWhereSlackWouldRefuseTheOperators() throws Exception {
        String shape = yaml() + "template: ../docs/examples/template-slack.yaml\n";
        Alert longest = SampleAlerts.joint("x1")
                .setStatements(Collections.nCopies(
                        20, Records.statement("a1").setText("x".repeat(1_000)).build()))
                .build();

        open(shape).send(message(1, longest));

        SlackLimits.check(new ObjectMapper().readTree(received()));
    }

    @Test
    void sendsNoFasterThanSlackTakes() {
        assertThat(config(yaml()).pace()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void isNotConfiguredWithTheAddressItself() {
        assertThatThrownBy(() -> config("type: slack\nurl: https://hooks.slack.example/services/T0/B0/s3cret\n"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("does not belong in this file")
                .hasMessageNotContaining("s3cret");
    }
}
