package communique.alert.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.alert.SampleAlerts;
import communique.alert.delivery.HttpChannelContract;
import communique.kit.config.InvalidConfigException;
import java.time.Duration;
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
        SlackLimits.check(new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(request.getBody().utf8()));
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
