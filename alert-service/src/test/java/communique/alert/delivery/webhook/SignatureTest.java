package communique.alert.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.kit.config.InvalidConfigException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    /** The vector that the libraries of Standard Webhooks share. */
    @Test
    void signsAsStandardWebhooksDo() {
        Signature signature = Signature.with("channel x", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        Map<String, String> headers = signature.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        assertThat(headers)
                .containsOnly(
                        Map.entry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
                        Map.entry("webhook-timestamp", "1614265330"),
                        Map.entry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_not base64 at all!",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void refusesASecretOfAnotherFormWithoutShowingIt(String secret) {
        assertThatThrownBy(() -> Signature.with("channel x", secret))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("channel x")
                .hasMessageContaining("openssl rand")
                .hasMessageNotContaining("base64 at all")
                .hasMessageNotContaining("MfKQ");
    }
}
