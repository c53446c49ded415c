package communique.alert.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.kit.config.InvalidConfigException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

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

    /** The vector of Svix' worker for the asymmetric scheme. */
    @Test
    void signsWithAPrivateKeyAsSvixDoes() {
        Signature signature = Signature.with(
                "channel x",
                "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==");

        assertThat(signature.headers("msg_p5jXN8AQM9LWM0D4loKWxJek", AT, BODY))
                .containsEntry(
                        "webhook-signature",
                        "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==");
    }

    @Test
    void signsWithBothKeysWhileOneIsReplaced() {
        SigningKey key = SigningKey.of("x", "whsec_dGVzdCB0ZXN0IHRlc3QgdGVzdCB0ZXN0IHRlc3Q=");
        SigningKey former = SigningKey.of("x", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        Signature signature = new Signature(key, Optional.of(former), AT.plusSeconds(60));

        String during =
                signature.headers("msg_p5jXN8AQM9LWM0D4loKWxJek", AT, BODY).get("webhook-signature");
        String after = signature
                .headers("msg_p5jXN8AQM9LWM0D4loKWxJek", AT.plusSeconds(60), BODY)
                .get("webhook-signature");

        assertThat(during.split(" "))
                .hasSize(2)
                .contains("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
                .allMatch(one -> one.startsWith("v1,"));
        assertThat(after.split(" ")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_not base64 at all!",
                "whsk_c2hvcnQ=",
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
